package org.zhengtong.base.trust.internal.authority;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.zhengtong.base.trust.TrustSuite;

/** A private key, the certificate of its public half, and the provider that can use the key. */
public record KeyPairWithCertificate(PrivateKey key, X509Certificate certificate, Provider provider) {

    TrustSuite suite() {
        return Keys.suiteOf(certificate.getPublicKey());
    }

    public X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** A signature over this content. */
    public byte[] sign(byte[] content) {
        var signer = contentSigner();
        try (var signing = signer.getOutputStream()) {
            signing.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return signer.getSignature();
    }

    public ContentSigner contentSigner() {
        return contentSigner(key, suite(), provider);
    }

    public static ContentSigner contentSigner(PrivateKey key, TrustSuite suite, Provider provider) {
        try {
            return new JcaContentSignerBuilder(suite.signatureAlgorithm())
                    .setProvider(provider)
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
