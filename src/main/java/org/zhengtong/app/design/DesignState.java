package org.zhengtong.app.design;

/** Where a draft of an item stands. */
public enum DesignState {
    EDITING,
    IN_REVIEW,
    SENT_BACK,
    PUBLISHED,
    /** The published item was taken back. */
    RETIRED,
    REMOVED;

    /** Whether its content can be changed. */
    public boolean open() {
        return this == EDITING || this == SENT_BACK;
    }
}
