package org.zhengtong.base.trust.internal.authority;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.zhengtong.base.trust.TrustSuite;

/** Makes keys and certificates (X.509, RFC 5280; SM2 certificates by GM/T 0015). */
public final class CertificateAuthority {

    public static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Duration CLOCK_DIFFERENCE = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TrustSuite suite;
    private final Provider keys;
    private final PublishedAddresses addresses;
    private final Clock clock;

    public CertificateAuthority(TrustSuite suite, Provider keys, PublishedAddresses addresses, Clock clock) {
        this.suite = suite;
        this.keys = keys;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A root: signs itself and may sign issuing certificates. */
    public KeyPairWithCertificate root(X500Name name) {
        var pair = newKeyPair();
        var signer = KeyPairWithCertificate.contentSigner(pair.getPrivate(), suite, keys);
        var itself = new Issuer(name, pair.getPublic(), signer, Instant.MAX);
        return own(pair, certificate(name, pair.getPublic(), CertificateUse.ROOT, itself, CertificateUse.ROOT.life()));
    }

    /** A new key with a certificate under an issuer. */
    public KeyPairWithCertificate make(X500Name name, CertificateUse use, KeyPairWithCertificate issuer) {
        var pair = newKeyPair();
        return own(pair, certify(name, pair.getPublic(), use, issuer, use.life()));
    }

    /** A certificate over somebody's public key; it ends with its issuer at the latest. */
    public X509Certificate certify(
            X500Name name, PublicKey key, CertificateUse use, KeyPairWithCertificate issuer, Duration life) {
        var certificate = issuer.certificate();
        return certificate(
                name,
                key,
                use,
                new Issuer(
                        issuer.name(),
                        certificate.getPublicKey(),
                        issuer.contentSigner(),
                        certificate.getNotAfter().toInstant()),
                life);
    }

    private KeyPairWithCertificate own(KeyPair pair, X509Certificate certificate) {
        return new KeyPairWithCertificate(pair.getPrivate(), certificate, keys);
    }

    private KeyPair newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC", keys);
            generator.initialize(new ECGenParameterSpec(suite == TrustSuite.SM2 ? "sm2p256v1" : "secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(
            X500Name name, PublicKey key, CertificateUse use, Issuer issuer, Duration life) {
        try {
            var from = clock.instant().minus(CLOCK_DIFFERENCE);
            var until = from.plus(life).isBefore(issuer.end()) ? from.plus(life) : issuer.end();
            var serial = new BigInteger(127, RANDOM).setBit(126);
            var builder = new JcaX509v3CertificateBuilder(
                    issuer.name(), serial, Date.from(from), Date.from(until), name, key);
            extend(builder, key, use, issuer.key());
            return new JcaX509CertificateConverter()
                    .setProvider(PROVIDER)
                    .getCertificate(builder.build(issuer.signer()));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void extend(X509v3CertificateBuilder builder, PublicKey key, CertificateUse use, PublicKey issuer)
            throws GeneralSecurityException, CertIOException {
        var extensions = new JcaX509ExtensionUtils();
        builder.addExtension(
                Extension.basicConstraints,
                true,
                use.authority() ? new BasicConstraints(use.pathLength()) : new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, use.keyUsage());
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
        builder.addExtension(Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer));
        if (!use.purposes().isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    use == CertificateUse.TIME_STAMPS,
                    new ExtendedKeyUsage(use.purposes().toArray(KeyPurposeId[]::new)));
        }
        if (use == CertificateUse.STATUS_ANSWERS) {
            builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        } else if (use != CertificateUse.ROOT) {
            addresses.addTo(builder, use == CertificateUse.ISSUING ? "root" : "issuing", suite);
        }
    }

    /** Who signs a certificate, and until when that can last. */
    private record Issuer(X500Name name, PublicKey key, ContentSigner signer, Instant end) {}
}
