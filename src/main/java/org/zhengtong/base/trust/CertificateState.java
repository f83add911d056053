package org.zhengtong.base.trust;

/** What was decided about a certificate; whether it has ended follows from its dates. */
public enum CertificateState {
    VALID,
    /** On hold (暂停): refused everywhere until it is restored. */
    SUSPENDED,
    /** Taken back for good (吊销). */
    REVOKED
}
