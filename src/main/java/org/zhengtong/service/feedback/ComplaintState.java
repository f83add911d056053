package org.zhengtong.service.feedback;

/** Where a complaint stands. */
public enum ComplaintState {
    FILED,
    ACCEPTED,
    /** Not taken up, with reasons. */
    REFUSED,
    ANSWERED;

    public boolean open() {
        return this == FILED || this == ACCEPTED;
    }
}
