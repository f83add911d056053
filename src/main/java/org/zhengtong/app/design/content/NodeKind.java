package org.zhengtong.app.design.content;

/** A piece of the drawing of a procedure. */
public enum NodeKind {
    STEP,
    /** Lanes beside each other (并联). */
    PARALLEL,
    /** One after the other within a parallel. */
    LANE,
    /** The first branch whose condition holds. */
    CHOICE,
    /** One after the other within a choice; without a condition it is the remaining one. */
    BRANCH;

    /** Whether it holds steps one after the other. */
    public boolean sequence() {
        return this == LANE || this == BRANCH;
    }

    /** Whether it holds lanes or branches. */
    public boolean fork() {
        return this == PARALLEL || this == CHOICE;
    }
}
