package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.fees.PaymentOrder;

/** Asks the provider about orders whose notification has not come, closes those nobody paid, and repeats refunds it has not confirmed. */
@Component
class OpenOrders implements RecurringJob {

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 200;

    private final OrderStore orders;
    private final PaymentProvider provider;
    private final Payments payments;
    private final Refunds refunds;
    private final Clock clock;

    OpenOrders(OrderStore orders, PaymentProvider provider, Payments payments, Refunds refunds, Clock clock) {
        this.orders = orders;
        this.provider = provider;
        this.payments = payments;
        this.refunds = refunds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fees.open-orders";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(PAUSE);
    }

    @Override
    public JobNote run() {
        if (provider.off()) {
            return JobNote.of("fees.open-orders.off");
        }
        var waiting = orders.open(clock.instant().minus(PATIENCE), AT_ONCE);
        waiting.forEach(this::settle);
        return JobNote.of("fees.open-orders.note", waiting.size(), refunds.repeat(AT_ONCE));
    }

    /** What the provider knows of this order now. */
    void settle(PaymentOrder order) {
        switch (provider.query(order)) {
            case PaymentProvider.Asked.Paid(var report) -> payments.enter(report);
            case PaymentProvider.Asked.Waiting _ -> closeIfExpired(order);
            case PaymentProvider.Asked.Unknown _ -> orders.close(order.number());
            case PaymentProvider.Asked.Away _ -> {}
        }
    }

    /** Money that comes for a closed order is still entered: closing only lets the payer begin anew. */
    private void closeIfExpired(PaymentOrder order) {
        if (order.expiresAt().isBefore(clock.instant())) {
            orders.close(order.number());
        }
    }
}
