package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/** The clocks of all cases, for supervision: what is due, what was missed, with the events that prove it. */
public interface CaseClocks {

    /** Running clocks due on or before a day, the oldest first, from after the given one; at most {@code size}. */
    List<DueClock> dueOnOrBefore(LocalDate day, @Nullable ClockRef after, int size);

    /** Clocks that ended after their due date within a period, for cards that only show up at the end. */
    List<DueClock> missedBetween(LocalDate from, LocalDate to, int size);

    /** The events of the case that prove a clock: filing, acceptance, stops, and the end if there is one. */
    List<CaseView.Happening> evidence(ClockRef clock);

    /** Which clock: the case and the step, an empty step for the joint clock and {@code intake} for the intake. */
    record ClockRef(CaseNumber number, String step) {}

    /**
     * A clock with its case.
     *
     * @param dueOn the nearer of both due dates
     * @param statutory true when {@code dueOn} is the statutory one
     * @param department whose clock it is: the lead department's for the joint clock
     */
    record DueClock(
            ClockRef ref,
            String itemName,
            String title,
            DivisionCode division,
            DepartmentId department,
            LocalDate startedOn,
            LocalDate dueOn,
            boolean statutory,
            @Nullable LocalDate committedDueOn,
            @Nullable LocalDate statutoryDueOn,
            @Nullable Instant endedAt) {}
}
