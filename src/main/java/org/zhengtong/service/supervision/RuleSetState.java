package org.zhengtong.service.supervision;

/** Where a version of the rules stands. */
public enum RuleSetState {
    DRAFT,
    /** Waits for somebody other than its author. */
    PROPOSED,
    /** In force from its day until the next version's. */
    APPROVED
}
