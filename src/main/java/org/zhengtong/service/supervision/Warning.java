package org.zhengtong.service.supervision;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;

/**
 * A reminder before a limit (预警).
 *
 * @param endedAt when the clock had ended or changed; null while it still applies
 */
public record Warning(
        CaseNumber number,
        String step,
        String title,
        String itemName,
        DivisionCode division,
        DepartmentId department,
        LocalDate dueOn,
        Instant issuedAt,
        @Nullable Instant endedAt) {}
