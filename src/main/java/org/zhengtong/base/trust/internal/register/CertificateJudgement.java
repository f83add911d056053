package org.zhengtong.base.trust.internal.register;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;

/**
 * What a certificate was worth at a time. A signature set before its certificate was withdrawn stays good only when a time stamp
 * proves that it was there before: the time that a signer states can be made up afterwards with a stolen key.
 */
@Component
public class CertificateJudgement {

    private final KeyCabinet cabinet;
    private final CertificateStore certificates;

    public CertificateJudgement(KeyCabinet cabinet, CertificateStore certificates) {
        this.cabinet = cabinet;
        this.certificates = certificates;
    }

    /** Judges a certificate at a time that is either proven or only stated. */
    public Standing judge(X509Certificate certificate, Instant at, boolean proven) {
        if (!chained(certificate, at)) {
            return Standing.UNTRUSTED;
        }
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            return Standing.NOT_YET_VALID;
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            return Standing.EXPIRED;
        }
        return certificates
                .find(CertificateSerial.of(certificate.getSerialNumber()))
                .filter(known -> known.state() != CertificateState.VALID)
                .filter(known -> !proven || !at.isBefore(known.changedAt()))
                .map(CertificateJudgement::withdrawn)
                .orElse(Standing.VALID);
    }

    private static Standing withdrawn(Certificate known) {
        return known.state() == CertificateState.REVOKED ? Standing.REVOKED : Standing.SUSPENDED;
    }

    private boolean chained(X509Certificate certificate, Instant at) {
        return certificate.getBasicConstraints() < 0
                && cabinet.certificates("issuing").stream()
                        .filter(issuing -> signedBy(certificate, issuing))
                        .anyMatch(issuing -> cabinet.certificates("root").stream()
                                .anyMatch(
                                        root -> validAt(issuing, at) && validAt(root, at) && signedBy(issuing, root)));
    }

    private static boolean validAt(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), CertificateAuthority.PROVIDER);
            return issuer.getBasicConstraints() >= 0;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
