package org.zhengtong.service.supervision;

/** Where a card stands. */
public enum CardState {
    ISSUED,
    /** The department disagrees; nobody has decided yet. */
    APPEALED,
    /** The appeal was heard and the card stays. */
    UPHELD,
    WITHDRAWN,
    /** A graver card for the same limit took its place. */
    REPLACED;

    /** Whether its points count. */
    public boolean counts() {
        return this == ISSUED || this == APPEALED || this == UPHELD;
    }
}
