package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillOutcome;
import org.zhengtong.service.fees.BillSettled;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.PayOutcome;
import org.zhengtong.service.fees.PaymentOrder;

/** How a bill is settled: an order at the provider, or a waiver. */
@Component
class Paying {

    static final int SHORTEST_REASON = 10;

    private static final Duration VALID = Duration.ofMinutes(30);

    private final BillStore bills;
    private final OrderStore orders;
    private final OpenOrders openOrders;
    private final PaymentProvider provider;
    private final ReceiptSheet receipts;
    private final Traces traces;
    private final TransactionTemplate transaction;

    Paying(
            BillStore bills,
            OrderStore orders,
            OpenOrders openOrders,
            PaymentProvider provider,
            ReceiptSheet receipts,
            Traces traces,
            PlatformTransactionManager transactions) {
        this.bills = bills;
        this.orders = orders;
        this.openOrders = openOrders;
        this.provider = provider;
        this.receipts = receipts;
        this.traces = traces;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What an action leaves behind, and when it was. */
    @Component
    record Traces(FeesRecord record, ApplicationEventPublisher events, Clock clock) {}

    PayOutcome pay(Bill bill, String origin) {
        if (provider.off()) {
            return new PayOutcome.Off();
        }
        if (bill.state() != BillState.OPEN) {
            return new PayOutcome.NotOwed(bill.state());
        }
        // an earlier order may have been paid without our knowing
        askAgain(bill);
        var order = transaction.execute(status -> openOrder(bill));
        if (order.isEmpty()) {
            return new PayOutcome.NotOwed(
                    bills.find(bill.number()).orElseThrow().state());
        }
        if (order.get().address() != null) {
            return new PayOutcome.Ready(order.get());
        }
        var back = new PaymentProvider.Return(origin + "/bills/" + bill.number(), origin + "/fees/notifications");
        var address = provider.create(order.get(), bill.itemName(), back);
        address.ifPresent(found -> orders.setAddress(order.get().number(), found));
        return address.isEmpty()
                ? new PayOutcome.ProviderAway()
                : new PayOutcome.Ready(orders.find(order.get().number()).orElseThrow());
    }

    /** The open order, or a new one; empty when the bill was settled meanwhile. */
    private Optional<PaymentOrder> openOrder(Bill seen) {
        var bill = bills.lock(seen.number()).orElseThrow();
        if (bill.state() != BillState.OPEN) {
            return Optional.empty();
        }
        var now = traces.clock().instant();
        var before = orders.of(bill.number());
        var open = before.stream()
                .filter(order -> order.state() == PaymentOrder.State.OPEN
                        && order.expiresAt().isAfter(now))
                .findFirst();
        return open.or(() -> {
            var order = new PaymentOrder(
                    bill.number() + "-" + (before.size() + 1),
                    bill.number(),
                    bill.amount(),
                    PaymentOrder.State.OPEN,
                    null,
                    null,
                    now,
                    now.plus(VALID),
                    null);
            orders.insert(order);
            return Optional.of(order);
        });
    }

    void askAgain(Bill bill) {
        if (!provider.off()) {
            orders.of(bill.number()).stream()
                    .filter(order -> order.state() == PaymentOrder.State.OPEN && order.address() != null)
                    .forEach(openOrders::settle);
        }
    }

    Optional<byte[]> receipt(Bill bill) {
        return bill.state() == BillState.PAID ? Optional.of(receipts.print(bill)) : Optional.empty();
    }

    /** Within the caller's transaction, the bill locked. */
    BillOutcome exempt(Bill bill, String reason, String law, CurrentUser by) {
        if (bill.state() != BillState.OPEN) {
            return new BillOutcome.NotPossible(bill.state());
        }
        if (reason.length() < SHORTEST_REASON) {
            return new BillOutcome.ReasonTooShort(reason.length(), SHORTEST_REASON);
        }
        if (law.isEmpty()) {
            return new BillOutcome.LawMissing();
        }
        bills.exempt(
                bill.number(),
                new Bill.Exemption(reason, law, by.name(), traces.clock().instant()));
        traces.record()
                .write(traces.record()
                        .about(bill, "fees.exempt_bill", by.actor())
                        .because(reason)
                        .with("law", law));
        traces.record().tell(bill, "fees.notice.exempt");
        traces.events().publishEvent(new BillSettled(bill.number(), bill.caseNumber()));
        return new BillOutcome.Done(bill.number());
    }
}
