package org.zhengtong.base.trust;

import org.jspecify.annotations.Nullable;

/**
 * Which certificates to list, newest first; what is null does not narrow.
 *
 * @param words part of the holder's name or reference, or the beginning of a serial number
 * @param standing as people tell certificates apart
 * @param after the last certificate of the page before
 */
public record CertificateQuery(
        @Nullable String words,
        @Nullable CertificateKind kind,
        @Nullable Standing standing,
        @Nullable CertificateSerial after,
        int most) {

    /** State and dates in one word. */
    public enum Standing {
        VALID,
        /** Valid, but not for long any more. */
        EXPIRING,
        SUSPENDED,
        REVOKED,
        EXPIRED
    }
}
