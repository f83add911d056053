package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.BillOutcome;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.PaymentOrder;
import org.zhengtong.service.fees.Refund;

/** Refunds: the decision is stored first, then the provider is called, then its answer is stored; the call may be repeated. */
@Component
class Refunds {

    private final BillStore bills;
    private final OrderStore orders;
    private final RefundStore refunds;
    private final PaymentProvider provider;
    private final FeesRecord record;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Refunds(
            BillStore bills,
            OrderStore orders,
            RefundStore refunds,
            PaymentProvider provider,
            FeesRecord record,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.bills = bills;
        this.orders = orders;
        this.refunds = refunds;
        this.provider = provider;
        this.record = record;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Within the caller's transaction, the bill locked. */
    BillOutcome ask(Bill bill, String orderNumber, String reason, CurrentUser by) {
        var order = orders.find(orderNumber).filter(found -> found.bill().equals(bill.number()));
        var asked = order.filter(found -> found.state() == PaymentOrder.State.PAID)
                .filter(found -> refunds.insert(found, bill, reason, by, clock.instant()))
                .isPresent();
        if (!asked) {
            return new BillOutcome.NotRefundable();
        }
        record.write(record.about(bill, "fees.ask_refund", by.actor())
                .because(reason)
                .with("order", orderNumber));
        return new BillOutcome.Done(bill.number());
    }

    BillOutcome decide(BillNumber number, long id, boolean approve, CurrentUser by) {
        var outcome = transaction.execute(status -> decideNow(number, id, approve, by));
        if (!(outcome instanceof BillOutcome.Done) || !approve) {
            return outcome;
        }
        return refunds.find(id).filter(this::carryOut).isPresent() ? outcome : new BillOutcome.ProviderAway();
    }

    private BillOutcome decideNow(BillNumber number, long id, boolean approve, CurrentUser by) {
        var bill = bills.lock(number).orElseThrow();
        var refund = refunds.of(number).stream().filter(one -> one.id() == id).findFirst();
        if (refund.isEmpty() || refund.get().state() != Refund.State.ASKED) {
            return new BillOutcome.NotRefundable();
        }
        if (refund.get().askedBy().equals(by.id())) {
            return new BillOutcome.OwnRequest();
        }
        refunds.decide(id, approve ? Refund.State.APPROVED : Refund.State.REFUSED, by, clock.instant());
        record.write(record.about(bill, approve ? "fees.approve_refund" : "fees.refuse_refund", by.actor())
                .with("order", refund.get().order()));
        return new BillOutcome.Done(number);
    }

    /** Approved refunds that the provider has not confirmed yet; how many it has now. */
    int repeat(int limit) {
        return (int) refunds.unconfirmed(limit).stream().filter(this::carryOut).count();
    }

    private boolean carryOut(Refund refund) {
        var done = provider.refund(refund);
        if (done) {
            transaction.executeWithoutResult(status -> enter(refund));
        }
        return done;
    }

    private void enter(Refund refund) {
        var order = orders.find(refund.order()).orElseThrow();
        var bill = bills.lock(order.bill()).orElseThrow();
        if (refunds.find(refund.id()).orElseThrow().state() == Refund.State.DONE) {
            return;
        }
        refunds.done(refund.id(), clock.instant(), LocalDate.now(clock));
        orders.refunded(order.number());
        if (bill.state() == BillState.PAID && order.number().equals(bill.paidOrder())) {
            bills.end(bill.number(), BillState.REFUNDED, clock.instant());
        }
        record.write(record.about(bill, "fees.refund", FeesRecord.PLATFORM).with("order", order.number()));
        record.tell(bill, "fees.notice.refunded");
    }
}
