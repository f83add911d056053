package org.zhengtong.base.trust.internal.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.zhengtong.base.trust.TrustSuite;

/** Reading and writing of public keys and certificates. */
public final class Keys {

    private Keys() {}

    /** The suite a key belongs to; throws for a key on any other curve. */
    public static TrustSuite suiteOf(PublicKey key) {
        return suiteOf(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    public static TrustSuite suiteOf(SubjectPublicKeyInfo key) {
        var curve = key.getAlgorithm().getParameters();
        if (SECObjectIdentifiers.secp256r1.equals(curve)) {
            return TrustSuite.ECDSA;
        }
        if (GMObjectIdentifiers.sm2p256v1.equals(curve)) {
            return TrustSuite.SM2;
        }
        throw new IllegalArgumentException("Not a key on P-256 or SM2: " + curve);
    }

    public static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", CertificateAuthority.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate of ours does not open", e);
        }
    }

    public static String pem(X509Certificate certificate) {
        try {
            return pem(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(byte[] encoded) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    /** A signature of 64 bytes is r and s side by side, as browsers and tokens write it (IEEE P1363); others are DER already. */
    public static byte[] derSignature(byte[] signature) throws IOException {
        if (signature.length != 64) {
            return signature;
        }
        var parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(new BigInteger(1, signature, 0, 32)));
        parts.add(new ASN1Integer(new BigInteger(1, signature, 32, 32)));
        return new DERSequence(parts).getEncoded();
    }
}
