package org.zhengtong.service.fees.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.fees.Fee;

/** The published fees, and the form for one more. */
public record FeesPage(
        String text,
        List<Fee> fees,
        @Nullable String first,
        @Nullable String next,
        boolean mayEdit,
        FeeForm form,
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
