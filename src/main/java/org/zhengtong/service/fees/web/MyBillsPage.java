package org.zhengtong.service.fees.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillState;

/** The applicant's bills, the latest first. */
public record MyBillsPage(
        List<Bill> bills, @Nullable String first, @Nullable String next) {

    static MyBillsPage of(List<Bill> found, String from, int shown) {
        var bills = found.stream().limit(shown).toList();
        return new MyBillsPage(
                bills,
                from.isEmpty() ? null : "/my/bills",
                found.size() > shown ? "/my/bills?before=" + bills.getLast().number() : null);
    }

    /** How the state is drawn. */
    public static String drawn(BillState state) {
        return switch (state) {
            case OPEN -> "supplement";
            case PAID, EXEMPT -> "done";
            case REFUNDED, CANCELED -> "draft";
        };
    }
}
