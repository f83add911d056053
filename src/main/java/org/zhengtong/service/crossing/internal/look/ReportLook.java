package org.zhengtong.service.crossing.internal.look;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseState;

/**
 * A case of a sub-hall in a list.
 *
 * @param dueOn null when no clock runs
 * @param movedAt when it moved last, as far as is known here
 */
public record ReportLook(
        String number,
        String node,
        String itemName,
        String division,
        String department,
        CaseState state,
        Instant filedAt,
        @Nullable LocalDate dueOn,
        String clock,
        Instant movedAt) {

    /** Whether it is late: its clock runs beyond its day, or ended so. */
    public boolean late(LocalDate today) {
        return clock.equals("OVERDUE") || dueOn != null && dueOn.isBefore(today);
    }
}
