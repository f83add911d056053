package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillSettled;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.NotificationOutcome;
import org.zhengtong.service.fees.PaymentNotifications;
import org.zhengtong.service.fees.PaymentOrder;
import org.zhengtong.service.fees.Reconciliation.Kind;

/**
 * Enters payments: from notifications, and from answers to questions. Whatever comes how often and in which order, an order is
 * paid once and a bill by one order; all other money is noted to be refunded.
 */
@Service
class Payments implements PaymentNotifications {

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    private final PaymentProvider provider;
    private final BillStore bills;
    private final OrderStore orders;
    private final ReconciliationStore differences;
    private final FeesRecord record;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(
            PaymentProvider provider,
            BillStore bills,
            OrderStore orders,
            ReconciliationStore differences,
            FeesRecord record,
            ApplicationEventPublisher events,
            Clock clock) {
        this.provider = provider;
        this.bills = bills;
        this.orders = orders;
        this.differences = differences;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public NotificationOutcome receive(String timestamp, String signature, byte[] body) {
        var endpoint = provider.endpoint();
        if (endpoint == null) {
            return NotificationOutcome.OFF;
        }
        if (!endpoint.signature().right(timestamp, PracticeNews.PATH, body, signature, clock)) {
            LOG.warn("A payment notification with a signature that is wrong or old");
            return NotificationOutcome.FORGED;
        }
        return PaymentReport.read(body).map(this::enter).orElse(NotificationOutcome.UNREADABLE);
    }

    /** Enters a payment that the provider has told, however it did. */
    @Transactional
    public NotificationOutcome enter(PaymentReport report) {
        var outcome = outcome(report);
        orders.note(report, outcome, clock.instant());
        return outcome;
    }

    private NotificationOutcome outcome(PaymentReport report) {
        var known = orders.find(report.order());
        if (known.isEmpty()) {
            differences.add(dayOf(report), Kind.BANK_ONLY, report.order(), report.amount(), null, clock.instant());
            return NotificationOutcome.UNKNOWN_ORDER;
        }
        var bill = bills.lock(known.get().bill()).orElseThrow();
        var order = orders.find(report.order()).orElseThrow();
        if (!order.amount().equals(report.amount())) {
            differences.add(
                    dayOf(report), Kind.AMOUNT, order.number(), report.amount(), order.amount(), clock.instant());
            return NotificationOutcome.WRONG_AMOUNT;
        }
        return switch (order.state()) {
            case PAID -> NotificationOutcome.REPEATED;
            case REFUNDED -> NotificationOutcome.AFTER_REFUND;
            case OPEN, CLOSED -> pay(bill, order, report);
        };
    }

    private NotificationOutcome pay(Bill bill, PaymentOrder order, PaymentReport report) {
        orders.pay(order.number(), report.transaction(), report.paidAt(), dayOf(report));
        if (bill.state() != BillState.OPEN) {
            differences.add(dayOf(report), Kind.SURPLUS, order.number(), report.amount(), null, clock.instant());
            record.write(
                    record.about(bill, "fees.note_surplus", FeesRecord.PLATFORM).with("order", order.number()));
            return NotificationOutcome.SURPLUS;
        }
        bills.pay(bill.number(), order.number(), report.paidAt());
        record.write(record.about(bill, "fees.pay_bill", FeesRecord.PLATFORM)
                .with("order", order.number())
                .with("transaction", report.transaction()));
        record.tell(bill, "fees.notice.paid");
        events.publishEvent(new BillSettled(bill.number(), bill.caseNumber()));
        return NotificationOutcome.TAKEN;
    }

    private LocalDate dayOf(PaymentReport report) {
        return LocalDate.ofInstant(report.paidAt(), clock.getZone());
    }
}
