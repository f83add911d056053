package org.zhengtong.service.fees.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.service.fees.PaymentOrder;
import org.zhengtong.service.fees.Refund;

/** A bill with what can be done about it; refused input stays where it was typed. */
public record StaffBillPage(
        Bills.Detail detail, Allowed allowed, String typedReason, String typedLaw, List<FieldFault> faults) {

    /** What this member of staff may do here. */
    public record Allowed(boolean exempt, boolean ask, boolean approve) {}

    public Bill bill() {
        return detail.bill();
    }

    public boolean mayExempt() {
        return allowed.exempt() && bill().state() == BillState.OPEN;
    }

    /** The order that can be refunded. */
    public @Nullable PaymentOrder refundable() {
        return detail.orders().stream()
                .filter(order -> allowed.ask() && order.state() == PaymentOrder.State.PAID)
                .filter(order -> detail.refunds().stream()
                        .noneMatch(refund ->
                                refund.order().equals(order.number()) && refund.state() != Refund.State.REFUSED))
                .findFirst()
                .orElse(null);
    }

    public boolean mayApprove(Refund refund) {
        return allowed.approve() && refund.state() == Refund.State.ASKED;
    }

    /** The fault beside a field, "" when there is none. */
    public String fault(String field) {
        return faults.stream()
                .filter(one -> one.field().equals(field))
                .map(FieldFault::text)
                .findFirst()
                .orElse("");
    }

    /** How the states of orders and refunds are drawn. */
    public static String drawn(PaymentOrder.State state) {
        return switch (state) {
            case OPEN -> "doing";
            case PAID -> "done";
            case CLOSED, REFUNDED -> "draft";
        };
    }

    public static String drawn(Refund.State state) {
        return switch (state) {
            case ASKED, APPROVED -> "doing";
            case DONE -> "done";
            case REFUSED -> "draft";
        };
    }
}
