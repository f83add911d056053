package org.zhengtong.base.trust.internal.node;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyHolder;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.authority.NodeSigner;

/** Papers of nodes, our own and foreign ones; each certificate is parsed once. */
@Component
class PartnerKeys implements NodeKeys {

    private static final int MOST_PARSED = 1_000;

    private final KeyCabinet cabinet;
    private final KeyHolder holder;
    private final TrustSuite suite;
    private final Map<String, X509Certificate> parsed = new ConcurrentHashMap<>();

    PartnerKeys(KeyCabinet cabinet, KeyHolder holder, TrustSettings settings) {
        this.cabinet = cabinet;
        this.holder = holder;
        this.suite = settings.suite();
    }

    @Override
    public NodePapers own() {
        return new NodePapers(
                suite,
                Keys.pem(cabinet.root(suite).certificate()),
                Keys.pem(cabinet.issuing(suite).certificate()),
                Keys.pem(cabinet.signer().certificate()),
                holder.decrypts() ? Keys.pem(cabinet.exchange(suite).certificate()) : null);
    }

    @Override
    public boolean sound(NodePapers papers, Instant at) {
        try {
            var root = certificate(papers.root());
            var issuing = certificate(papers.issuing());
            check(root, root, at);
            check(issuing, root, at);
            check(certificate(papers.signer()), issuing, at);
            var encryption = papers.encryption();
            if (encryption != null) {
                check(certificate(encryption), issuing, at);
            }
            return root.getBasicConstraints() >= 0
                    && issuing.getBasicConstraints() >= 0
                    && Keys.suiteOf(certificate(papers.signer()).getPublicKey()) == papers.suite();
        } catch (GeneralSecurityException | IllegalArgumentException unsound) {
            return false;
        }
    }

    private static void check(X509Certificate certificate, X509Certificate issuer, Instant at)
            throws GeneralSecurityException {
        certificate.checkValidity(Date.from(at));
        certificate.verify(issuer.getPublicKey(), CertificateAuthority.PROVIDER);
    }

    @Override
    public byte[] fingerprint(NodePapers papers) {
        return encodedDigest(certificate(papers.root()));
    }

    @Override
    public String keyId(String signerPem) {
        return NodeSigner.keyId(certificate(signerPem));
    }

    @Override
    public boolean verify(byte[] content, byte[] signature, String signerPem) {
        return NodeSigner.verifies(content, signature, certificate(signerPem));
    }

    @Override
    public MessageDigest digest(TrustSuite wanted) {
        try {
            return wanted == TrustSuite.SM2
                    ? MessageDigest.getInstance("SM3", CertificateAuthority.PROVIDER)
                    : MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] encodedDigest(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate from foreign text; an {@link IllegalArgumentException} when it is none. */
    private X509Certificate certificate(String pem) {
        var known = parsed.get(pem);
        if (known != null) {
            return known;
        }
        var read = read(pem);
        if (parsed.size() < MOST_PARSED) {
            parsed.put(pem, read);
        }
        return read;
    }

    static X509Certificate read(String pem) {
        try {
            var read = (X509Certificate) CertificateFactory.getInstance("X.509", CertificateAuthority.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
            if (read == null) {
                throw new IllegalArgumentException("Not a certificate");
            }
            return read;
        } catch (GeneralSecurityException | ClassCastException unreadable) {
            throw new IllegalArgumentException("Not a certificate", unreadable);
        }
    }
}
