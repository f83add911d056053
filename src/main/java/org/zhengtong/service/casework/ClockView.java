package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;

/**
 * One clock as pages show it: of the whole case ({@code step} empty), of the intake ({@code intake}), or of one
 * department's step. Words come from {@code DueDateWords}, the ruler from the explanation's days.
 *
 * @param startedOn the day that started it; it is not counted
 * @param statutory the law's limit
 * @param committed the shorter limit the authority promised
 * @param endedAt when the thing was done; null while it runs
 * @param more how much longer it can still become; null when it cannot
 */
public record ClockView(
        String step,
        String title,
        DepartmentId department,
        LocalDate startedOn,
        @Nullable Limit statutory,
        @Nullable Limit committed,
        State state,
        @Nullable Instant endedAt,
        Procedure.@Nullable MoreTime more) {

    /** Key of the joint clock. */
    public static final String JOINT = "";

    /** Key of the clock for answering an application. */
    public static final String INTAKE = "intake";

    /** Running, standing still by law, met, missed, or ended without a result. */
    public enum State {
        RUNNING,
        STOPPED,
        MET,
        OVERDUE,
        CANCELED
    }

    /** A limit with its last day, how that came about as of today, and the law it comes from. */
    public record Limit(
            DueDate due,
            DueDateExplanation explanation,
            @Nullable String law) {

        /** The last day; null while the clock stands still. */
        public @Nullable LocalDate on() {
            return due.dueOn();
        }
    }

    /** The same clock, missed. */
    public ClockView overdue() {
        return new ClockView(step, title, department, startedOn, statutory, committed, State.OVERDUE, endedAt, more);
    }

    /** The limit that ends first; a clock has at least one. */
    public Limit nearer() {
        if (statutory == null) {
            return java.util.Objects.requireNonNull(committed);
        }
        var committedOn = committed == null ? null : committed.on();
        var statutoryOn = statutory.on();
        return committed == null || (committedOn != null && statutoryOn != null && statutoryOn.isBefore(committedOn))
                ? statutory
                : committed;
    }

    /** The nearer last day; null while the clock stands still. */
    public @Nullable LocalDate dueOn() {
        return nearer().on();
    }
}
