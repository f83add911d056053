package org.zhengtong.base.notice;

/** Takes in what gateways say later about what they were given. */
public interface Receipts {

    /**
     * A receipt by HTTP, with its signature.
     *
     * @param gateway {@code sms} or {@code voice}
     * @param timestamp seconds since 1970, as the header says
     * @param signature hexadecimal, as the header says
     */
    ReceiptOutcome receive(String gateway, String timestamp, String signature, byte[] body);

    /** What came of a receipt. */
    enum ReceiptOutcome {
        TAKEN,
        /** No delivery has this number; kept apart, nothing else happened. */
        UNMATCHED,
        /** Signature wrong, too old, used before, or no secret configured. */
        FORGED,
        UNREADABLE,
        NO_SUCH_GATEWAY
    }
}
