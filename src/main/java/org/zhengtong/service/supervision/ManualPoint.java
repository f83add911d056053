package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.zhengtong.base.organization.DepartmentId;

/** Points given or taken by hand, with a reason (人工加减分). */
public record ManualPoint(
        long id,
        YearMonth month,
        DepartmentId department,
        BigDecimal points,
        String reason,
        String byName,
        Instant at) {}
