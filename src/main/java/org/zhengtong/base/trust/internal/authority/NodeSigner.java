package org.zhengtong.base.trust.internal.authority;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Signature;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;

/** Signs with the node's signer key; a key's identifier is the first 16 hexadecimal digits of the SHA-256 of its certificate. */
@Component
public class NodeSigner implements Signer {

    private static final int MOST_READY = 32;

    private final KeyCabinet cabinet;
    private final TrustSuite suite;
    /** Ready to sign again: with SM2, getting ready costs several times what a signature does. */
    private final Queue<Ready> ready = new ArrayBlockingQueue<>(MOST_READY);

    private record Ready(java.security.Signature signature, String keyId) {}

    public NodeSigner(KeyCabinet cabinet, TrustSettings settings) {
        this.cabinet = cabinet;
        this.suite = settings.suite();
    }

    @Override
    public TrustSuite suite() {
        return suite;
    }

    @Override
    public Signature sign(byte[] content) {
        try {
            var waiting = ready.poll();
            var signing = waiting == null ? makeReady() : waiting;
            signing.signature().update(content);
            var signed = new Signature(
                    signing.keyId(),
                    suite.signatureAlgorithm(),
                    signing.signature().sign());
            ready.offer(signing);
            return signed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ready makeReady() throws GeneralSecurityException {
        var pair = cabinet.signer();
        var signature = java.security.Signature.getInstance(suite.signatureAlgorithm(), pair.provider());
        signature.initSign(pair.key());
        return new Ready(signature, keyId(pair.certificate()));
    }

    @Override
    public boolean verify(byte[] content, Signature claimed) {
        return findCertificate(claimed.keyId())
                .filter(certificate -> verifies(content, claimed.value(), certificate))
                .isPresent();
    }

    public static boolean verifies(byte[] content, byte[] claimed, X509Certificate certificate) {
        try {
            // the algorithm follows from the certificate, never from what is claimed
            var algorithm = Keys.suiteOf(certificate.getPublicKey()).signatureAlgorithm();
            var signature = java.security.Signature.getInstance(algorithm, CertificateAuthority.PROVIDER);
            signature.initVerify(certificate.getPublicKey());
            signature.update(content);
            return signature.verify(claimed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Optional<String> certificate(String keyId) {
        return findCertificate(keyId).map(Keys::pem);
    }

    private Optional<X509Certificate> findCertificate(String keyId) {
        return cabinet.certificates("signer").stream()
                .filter(certificate -> keyId(certificate).equals(keyId))
                .findFirst();
    }

    public static String keyId(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
