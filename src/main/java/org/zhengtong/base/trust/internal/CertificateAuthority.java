package org.zhengtong.base.trust.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.zhengtong.base.trust.TrustSuite;

/** Makes keys and certificates (X.509, RFC 5280; SM2 certificates by GM/T 0015). */
final class CertificateAuthority {

    static final Provider PROVIDER = new BouncyCastleProvider();
    static final Duration ROOT_LIFE = Duration.ofDays(20 * 365);
    static final Duration ISSUING_LIFE = Duration.ofDays(12 * 365);
    static final Duration SIGNER_LIFE = Duration.ofDays(10 * 365);
    static final Duration SEAL_LIFE = Duration.ofDays(5 * 365);

    private static final Duration CLOCK_DIFFERENCE = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TrustSuite suite;
    private final Clock clock;

    CertificateAuthority(TrustSuite suite, Clock clock) {
        this.suite = suite;
        this.clock = clock;
    }

    /** A root: signs itself and may sign issuing certificates. */
    KeyPairWithCertificate root(X500Name name) {
        var pair = newKeyPair();
        var certificate = certificate(name, pair, name, pair, ROOT_LIFE, 1);
        return new KeyPairWithCertificate(pair.getPrivate(), certificate);
    }

    /** An issuing authority under a root. */
    KeyPairWithCertificate issuing(X500Name name, KeyPairWithCertificate root) {
        var pair = newKeyPair();
        return new KeyPairWithCertificate(
                pair.getPrivate(), certificate(name, pair, subjectOf(root), pairOf(root), ISSUING_LIFE, 0));
    }

    /** A certificate that signs contents and nothing else. */
    KeyPairWithCertificate signing(X500Name name, KeyPairWithCertificate issuer, Duration life) {
        var pair = newKeyPair();
        return new KeyPairWithCertificate(
                pair.getPrivate(), certificate(name, pair, subjectOf(issuer), pairOf(issuer), life, -1));
    }

    private KeyPair newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec(suite == TrustSuite.SM2 ? "sm2p256v1" : "secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            X500Name name, KeyPair pair, X500Name issuer, KeyPair issuerPair, Duration life, int pathLength) {
        try {
            var from = clock.instant().minus(CLOCK_DIFFERENCE);
            var builder = builder(name, pair, issuer, from, from.plus(life));
            addExtensions(builder, pair, issuerPair, pathLength);
            var signer = new JcaContentSignerBuilder(suite.signatureAlgorithm())
                    .setProvider(PROVIDER)
                    .build(issuerPair.getPrivate());
            return new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name name, KeyPair pair, X500Name issuer, Instant from, Instant until) {
        var serial = new BigInteger(127, RANDOM).setBit(126);
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(from), Date.from(until), name, pair.getPublic());
    }

    private static void addExtensions(
            X509v3CertificateBuilder builder, KeyPair pair, KeyPair issuerPair, int pathLength)
            throws GeneralSecurityException, CertIOException {
        var extensions = new JcaX509ExtensionUtils();
        var authority = pathLength >= 0;
        builder.addExtension(
                Extension.basicConstraints,
                true,
                authority ? new BasicConstraints(pathLength) : new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        authority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                extensions.createAuthorityKeyIdentifier(issuerPair.getPublic()));
    }

    private static X500Name subjectOf(KeyPairWithCertificate owner) {
        return X500Name.getInstance(
                owner.certificate().getSubjectX500Principal().getEncoded());
    }

    private static KeyPair pairOf(KeyPairWithCertificate owner) {
        PrivateKey key = owner.key();
        return new KeyPair(owner.certificate().getPublicKey(), key);
    }
}
