package org.zhengtong.service.fees;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;

/** Bills: paid by the applicant, waived or refunded by staff. */
public interface Bills {

    /** The bills of a case, for whom its page is shown. */
    List<Bill> ofCase(CaseNumber number);

    /** The applicant's bills, the latest first; {@code before} is the last one seen, "" at first. */
    List<Bill> mine(CurrentUser payer, String before, int limit);

    /** The applicant's own bill; for anybody else it does not exist. */
    Bill requireMine(BillNumber number, CurrentUser payer);

    /** Asks the provider for a page to pay at. Calls the provider, so never inside a transaction. */
    PayOutcome pay(BillNumber number, String origin, CurrentUser payer);

    /** Asks the provider whether the open orders of a bill were paid, when no notification has come. */
    void askAgain(BillNumber number, CurrentUser payer);

    /** The receipt as a PDF; empty unless the bill is paid. */
    Optional<byte[]> receipt(BillNumber number, CurrentUser payer);

    /** Bills of departments the user answers for. */
    List<Bill> search(BillQuery query, CurrentUser staff);

    /** A bill for staff, with everything about it. */
    Detail require(BillNumber number, CurrentUser staff);

    /** Waives an open bill with a reason and the law that allows it (免缴). */
    BillOutcome exempt(BillNumber number, String reason, String law, CurrentUser staff);

    /** Asks for a paid order to be refunded. */
    BillOutcome askRefund(BillNumber number, String order, String reason, CurrentUser staff);

    /** Approves or refuses a refund; never by whom it was asked for. Calls the provider, so never inside a transaction. */
    BillOutcome decideRefund(BillNumber number, long refund, boolean approve, CurrentUser staff);

    /** A bill with its orders and refunds, the latest first. */
    record Detail(Bill bill, List<PaymentOrder> orders, List<Refund> refunds) {}
}
