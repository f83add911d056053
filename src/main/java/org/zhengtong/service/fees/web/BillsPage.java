package org.zhengtong.service.fees.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.fees.Bill;

/** Bills as they were looked for. */
public record BillsPage(BillsForm form, List<Bill> bills, boolean more) {

    public @Nullable String first() {
        return form.after() == null || form.after().isEmpty() ? null : "/staff/bills" + form.query(null);
    }

    public @Nullable String next() {
        return more ? "/staff/bills" + form.query(bills.getLast()) : null;
    }
}
