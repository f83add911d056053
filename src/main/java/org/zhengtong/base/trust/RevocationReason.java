package org.zhengtong.base.trust;

/** Why a certificate is suspended or revoked (RFC 5280 section 5.3.1). */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISED(1),
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CEASED(5),
    /** Suspended; the only reason that can be taken back. */
    ON_HOLD(6),
    PRIVILEGE_WITHDRAWN(9);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** Number of the reason in revocation lists and status answers. */
    public int code() {
        return code;
    }
}
