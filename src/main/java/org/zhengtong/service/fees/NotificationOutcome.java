package org.zhengtong.service.fees;

/** What came of a notification; the provider stops repeating those answered with status 200. */
public enum NotificationOutcome {
    /** The bill is paid by it. */
    TAKEN(200),
    /** It was taken before. */
    REPEATED(200),
    /** The bill was paid, waived or ended otherwise: the money is noted to be refunded. */
    SURPLUS(200),
    /** The order was refunded already; nothing changes. */
    AFTER_REFUND(200),
    /** Not the amount of the order: nothing is paid by it, and the difference is noted. */
    WRONG_AMOUNT(409),
    UNKNOWN_ORDER(404),
    UNREADABLE(400),
    FORGED(401),
    /** This node has no provider. */
    OFF(404);

    private final int status;

    NotificationOutcome(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
