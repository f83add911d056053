package org.zhengtong.base.jobs;

/** Where a piece of long work stands. */
public enum WorkState {
    WAITING,
    RUNNING,
    DONE,
    CANCELED,
    FAILED;

    public boolean ended() {
        return this == DONE || this == CANCELED || this == FAILED;
    }
}
