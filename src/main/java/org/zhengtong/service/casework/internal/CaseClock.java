package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Procedure;

/** Starts and stops clocks; all arithmetic of days is the calendar's. */
@Component
class CaseClock {

    /** More working days than any case lasts, so that the calendar looks at every stop. */
    private static final int MANY = 5_000;

    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseClock(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    // 行政许可法 第三十二条: the applicant must be answered within five working days of the receipt.
    ClockRow intake(Procedure procedure, DepartmentId department, LocalDate receivedOn, List<ClockStop> stops) {
        return running(
                ClockView.INTAKE,
                department,
                receivedOn,
                null,
                procedure.intake().statutory(),
                stops);
    }

    ClockRow joint(Procedure procedure, DepartmentId lead, LocalDate acceptedOn) {
        return running(
                ClockView.JOINT,
                lead,
                acceptedOn,
                procedure.joint().committed(),
                procedure.joint().statutory(),
                List.of());
    }

    /** The clock of a case that a decision ordered to be handled anew, within the limit that it set. */
    ClockRow ordered(DepartmentId lead, LocalDate on, TimeLimit limit) {
        return running(ClockView.JOINT, lead, on, null, limit, List.of());
    }

    ClockRow step(Block.Step step, DepartmentId department, LocalDate on) {
        return running(step.key(), department, on, step.committed(), step.statutory(), List.of());
    }

    /**
     * The clock of a step that is done again: it begins anew with the days that were left when it ended, at least one, so
     * that its department gets no more days than it had, and the days at other departments are not its own.
     */
    ClockRow again(ClockRow before, DepartmentId department, LocalDate on) {
        var endedAt = before.endedAt();
        var endedOn = endedAt == null ? on : LocalDate.ofInstant(endedAt, clock.getZone());
        return running(
                before.step(),
                department,
                on,
                left(before.committed(), before.committedDueOn(), endedOn),
                left(before.statutory(), before.statutoryDueOn(), endedOn),
                List.of());
    }

    private @Nullable TimeLimit left(@Nullable TimeLimit limit, @Nullable LocalDate dueOn, LocalDate endedOn) {
        if (limit == null || dueOn == null) {
            return limit;
        }
        var days = limit.unit() == TimeLimitUnit.WORKING_DAYS
                ? calendar.workingDaysBetween(endedOn, dueOn)
                : (int) ChronoUnit.DAYS.between(endedOn, dueOn);
        return new TimeLimit(Math.clamp(days, Math.min(1, limit.amount()), limit.amount()), limit.unit());
    }

    /** The clock stands still from a day on. */
    ClockRow stopped(ClockRow running, LocalDate from) {
        return new ClockRow(
                running.step(),
                running.department(),
                running.startedOn(),
                running.committed(),
                running.statutory(),
                List.of(new ClockStop(from, null)),
                null,
                null,
                ClockView.State.STOPPED,
                null);
    }

    /** The same clock with its due dates counted anew. */
    ClockRow recounted(ClockRow before) {
        return running(
                before.step(),
                before.department(),
                before.startedOn(),
                before.committed(),
                before.statutory(),
                before.stops());
    }

    /** The same clock under these stops; without a last day while it stands still. */
    ClockRow counted(ClockRow before, List<ClockStop> stops) {
        return counted(before, stops, before.committed(), before.statutory());
    }

    /** The same clock with both limits longer. */
    ClockRow extended(ClockRow before, int more) {
        return counted(before, before.stops(), longer(before.committed(), more), longer(before.statutory(), more));
    }

    private static @Nullable TimeLimit longer(@Nullable TimeLimit limit, int more) {
        return limit == null ? null : limit.plus(more);
    }

    private ClockRow counted(
            ClockRow before, List<ClockStop> stops, @Nullable TimeLimit committed, @Nullable TimeLimit statutory) {
        var row = running(before.step(), before.department(), before.startedOn(), committed, statutory, stops);
        var still = row.dueOn() == null && stops.stream().anyMatch(stop -> stop.until() == null);
        return still ? row.standing() : row;
    }

    /** Working days from the start to the end, without those on which the clock stood still. */
    int workingDays(ClockRow clock, LocalDate to) {
        var limit = TimeLimit.workingDays(MANY);
        var days = calendar.workingDaysBetween(clock.startedOn(), to);
        for (var stop : calendar.due(clock.startedOn(), limit, clock.stops()).stops()) {
            var until = stop.until();
            var last = until == null || until.isAfter(to) ? to : until.minusDays(1);
            if (!last.isBefore(stop.from())) {
                days -= calendar.workingDaysBetween(stop.from().minusDays(1), last);
            }
        }
        return days;
    }

    private ClockRow running(
            String step,
            DepartmentId department,
            LocalDate on,
            @Nullable TimeLimit committed,
            @Nullable TimeLimit statutory,
            List<ClockStop> stops) {
        return new ClockRow(
                step,
                department,
                on,
                committed,
                statutory,
                stops,
                due(on, committed, stops),
                due(on, statutory, stops),
                ClockView.State.RUNNING,
                null);
    }

    private @Nullable LocalDate due(LocalDate on, @Nullable TimeLimit limit, List<ClockStop> stops) {
        return limit == null ? null : calendar.due(on, limit, stops).dueOn();
    }

    /** The last day of a limit that begins on a day and is never stopped. */
    LocalDate lastDay(LocalDate from, TimeLimit limit) {
        return java.util.Objects.requireNonNull(due(from, limit, List.of()));
    }

    java.time.Instant now() {
        return clock.instant();
    }

    java.time.ZoneId zone() {
        return clock.getZone();
    }
}
