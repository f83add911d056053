package org.zhengtong.service.supervision.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/** What a card is issued for. */
record Offence(
        String subject,
        String step,
        String title,
        String itemName,
        DivisionCode division,
        DepartmentId department,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate dueOn,
        boolean statutory,
        LocalDate judgedOn,
        int overdueDays) {}
