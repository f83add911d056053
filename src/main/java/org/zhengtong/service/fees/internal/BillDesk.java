package org.zhengtong.service.fees.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.BillOutcome;
import org.zhengtong.service.fees.BillQuery;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.service.fees.FeesProblem;
import org.zhengtong.service.fees.PayOutcome;

/** The front door of bills. What calls the provider draws its own transactions, around the call. */
@Service
class BillDesk implements Bills {

    static final String VIEW_BILL = "fees.view_bill";
    static final String EXEMPT_BILL = "fees.exempt_bill";
    static final String ASK_REFUND = "fees.ask_refund";
    static final String APPROVE_REFUND = "fees.approve_refund";

    private final BillStore bills;
    private final BillSearch search;
    private final OrderStore orders;
    private final RefundStore refundStore;
    private final Paying paying;
    private final Refunds refunds;
    private final Permissions permissions;

    BillDesk(
            BillStore bills,
            BillSearch search,
            OrderStore orders,
            RefundStore refundStore,
            Paying paying,
            Refunds refunds,
            Permissions permissions) {
        this.bills = bills;
        this.search = search;
        this.orders = orders;
        this.refundStore = refundStore;
        this.paying = paying;
        this.refunds = refunds;
        this.permissions = permissions;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bill> ofCase(CaseNumber number) {
        return bills.ofCase(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bill> mine(CurrentUser payer, String before, int limit) {
        return search.mine(payer.id(), before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Bill requireMine(BillNumber number, CurrentUser payer) {
        return bills.find(number)
                .filter(bill -> payer.id().equals(bill.payer()))
                .orElseThrow(() -> new ProblemException(FeesProblem.BILL_NOT_FOUND));
    }

    @Override
    public PayOutcome pay(BillNumber number, String origin, CurrentUser payer) {
        return paying.pay(requireMine(number, payer), origin);
    }

    @Override
    public void askAgain(BillNumber number, CurrentUser payer) {
        paying.askAgain(requireMine(number, payer));
    }

    @Override
    public Optional<byte[]> receipt(BillNumber number, CurrentUser payer) {
        return paying.receipt(requireMine(number, payer));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bill> search(BillQuery query, CurrentUser staff) {
        permissions.require(staff, VIEW_BILL);
        return search.find(query, permissions.scopeOf(staff, VIEW_BILL));
    }

    @Override
    @Transactional(readOnly = true)
    public Detail require(BillNumber number, CurrentUser staff) {
        var bill = checked(bills.find(number), VIEW_BILL, staff);
        return new Detail(bill, orders.of(number), refundStore.of(number));
    }

    private Bill checked(Optional<Bill> found, String permission, CurrentUser staff) {
        var bill = found.orElseThrow(() -> new ProblemException(FeesProblem.BILL_NOT_FOUND));
        permissions.require(staff, permission, bill.department());
        return bill;
    }

    @Override
    @Transactional
    public BillOutcome exempt(BillNumber number, String reason, String law, CurrentUser staff) {
        return paying.exempt(checked(bills.lock(number), EXEMPT_BILL, staff), reason.strip(), law.strip(), staff);
    }

    @Override
    @Transactional
    public BillOutcome askRefund(BillNumber number, String order, String reason, CurrentUser staff) {
        var bill = checked(bills.lock(number), ASK_REFUND, staff);
        var words = reason.strip();
        return words.length() < Paying.SHORTEST_REASON
                ? new BillOutcome.ReasonTooShort(words.length(), Paying.SHORTEST_REASON)
                : refunds.ask(bill, order, words, staff);
    }

    @Override
    public BillOutcome decideRefund(BillNumber number, long refund, boolean approve, CurrentUser staff) {
        checked(bills.find(number), APPROVE_REFUND, staff);
        return refunds.decide(number, refund, approve, staff);
    }
}
