package org.zhengtong.service.fees.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.fees.Reconciliation.Day;
import org.zhengtong.service.fees.Reconciliation.Difference;

/** Compared days and differences; {@code typedDay} stands in the field for a day to compare. */
public record ReconciliationPage(
        List<Day> days,
        List<Difference> differences,
        boolean open,
        @Nullable String next,
        String typedDay,
        List<FieldFault> faults) {

    /** The fault beside a field, "" when there is none. */
    public String fault(String field) {
        return faults.stream()
                .filter(one -> one.field().equals(field))
                .map(FieldFault::text)
                .findFirst()
                .orElse("");
    }
}
