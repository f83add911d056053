package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.ClockView;

/** A clock as it is stored: both limits of one step, of the intake or of the whole case. */
record ClockRow(
        String step,
        DepartmentId department,
        LocalDate startedOn,
        @Nullable TimeLimit committed,
        @Nullable TimeLimit statutory,
        List<ClockStop> stops,
        @Nullable LocalDate committedDueOn,
        @Nullable LocalDate statutoryDueOn,
        ClockView.State state,
        @Nullable Instant endedAt) {

    /** The nearer due date; null while the clock stands still. */
    @Nullable
    LocalDate dueOn() {
        if (committedDueOn == null) {
            return statutoryDueOn;
        }
        return statutoryDueOn == null || committedDueOn.isBefore(statutoryDueOn) ? committedDueOn : statutoryDueOn;
    }

    /** The same clock, standing still. */
    ClockRow standing() {
        return new ClockRow(
                step,
                department,
                startedOn,
                committed,
                statutory,
                stops,
                committedDueOn,
                statutoryDueOn,
                ClockView.State.STOPPED,
                null);
    }

    /** The clock ended, met or overdue by its own due date unless it was {@code canceled}. */
    ClockRow ended(Instant at, LocalDate on, boolean canceled) {
        var due = dueOn();
        var outcome = due == null || !on.isAfter(due) ? ClockView.State.MET : ClockView.State.OVERDUE;
        return new ClockRow(
                step,
                department,
                startedOn,
                committed,
                statutory,
                stops,
                committedDueOn,
                statutoryDueOn,
                canceled ? ClockView.State.CANCELED : outcome,
                at);
    }
}
