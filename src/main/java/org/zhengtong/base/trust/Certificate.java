package org.zhengtong.base.trust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the register.
 *
 * @param reason why it is suspended or revoked
 * @param why the words of whoever decided so
 * @param changedAt when its state changed last; the time of issue if never
 * @param renews the certificate that this one follows
 * @param pem the certificate itself
 */
public record Certificate(
        CertificateSerial serial,
        TrustSuite suite,
        CertificateHolder holder,
        CertificateState state,
        @Nullable RevocationReason reason,
        @Nullable String why,
        Instant changedAt,
        Instant issuedAt,
        Instant startsAt,
        Instant expiresAt,
        @Nullable CertificateSerial renews,
        String pem) {

    /** Whether its time is over. */
    public boolean expiredAt(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
