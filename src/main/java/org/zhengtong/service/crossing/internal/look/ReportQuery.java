package org.zhengtong.service.crossing.internal.look;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseState;

/**
 * Which cases of sub-halls; empty texts ask for nothing.
 *
 * @param lateOn only those that are late on this day; null for all
 * @param before only those filed before this, or at it with a smaller number
 */
public record ReportQuery(
        DataScope scope,
        String node,
        String division,
        @Nullable CaseState state,
        @Nullable LocalDate lateOn,
        @Nullable Instant before,
        String beforeNumber,
        int most) {}
