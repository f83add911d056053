package org.zhengtong.service.fees;

/** Where a bill stands. */
public enum BillState {
    OPEN,
    PAID,
    /** Nothing has to be paid, for a reason in law. */
    EXEMPT,
    REFUNDED,
    /** The case ended before it was paid. */
    CANCELED
}
