package org.zhengtong.service.fees;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to pay a bill (支付订单) at the provider.
 *
 * @param address the provider's page for it, null until the provider has answered
 */
public record PaymentOrder(
        String number,
        BillNumber bill,
        Money amount,
        State state,
        @Nullable String address,
        @Nullable String transaction,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant paidAt) {

    /** Where it stands. */
    public enum State {
        OPEN,
        PAID,
        CLOSED,
        REFUNDED
    }
}
