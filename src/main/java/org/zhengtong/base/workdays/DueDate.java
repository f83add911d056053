package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a limit ends. Days are explained by {@link WorkingCalendar#explain} and {@link DueDateWords}.
 *
 * @param startOn day of the event, which does not count
 * @param stops merged and in order, without those that do not matter
 * @param dueOn last day of the limit; null while the clock stands still (the last stop is open)
 * @param amountLeft days of the limit not used up when the clock stopped; 0 when {@code dueOn} is known
 */
public record DueDate(
        LocalDate startOn,
        TimeLimit limit,
        List<ClockStop> stops,
        @Nullable LocalDate dueOn,
        int amountLeft) {

    /** Whether today lies after the last day; never while the clock stands still. */
    public boolean isOverdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    /** Whether the clock stands still, so that no last day is known. */
    public boolean standsStill() {
        return dueOn == null;
    }

    /** The last day of a limit without an open stop. */
    public LocalDate requireDueOn() {
        if (dueOn == null) {
            throw new IllegalStateException("The clock of " + startOn + " stands still");
        }
        return dueOn;
    }
}
