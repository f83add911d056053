package org.zhengtong.base.notice;

/** Where a delivery stands. */
public enum DeliveryState {
    WAITING,
    SENDING,
    /** Handed over without an answer in time: it may have arrived, so it is not repeated until a while has passed. */
    UNSURE,
    /** Taken by the mail server or gateway. */
    SENT,
    /** Arrived, as a receipt says. */
    DELIVERED,
    /** Given up: refused for good, tried too often, or not delivered as a receipt says. Somebody can send it again. */
    FAILED
}
