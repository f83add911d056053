package org.zhengtong.base.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;

/** A department (部门) of a division's government. */
public record Department(
        DepartmentId id,
        String name,
        String shortName,
        DepartmentKind kind,
        CreditCode creditCode,
        @Nullable String phone,
        @Nullable String address,
        @Nullable DepartmentId parent,
        @Nullable LocalDate openedOn,
        @Nullable LocalDate closedOn) {

    /** Whether it exists on this day. */
    public boolean existsOn(LocalDate day) {
        return (openedOn == null || !day.isBefore(openedOn)) && (closedOn == null || day.isBefore(closedOn));
    }

    /** The division that the department works for. */
    public DivisionCode division() {
        return id.division();
    }
}
