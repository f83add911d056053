package org.zhengtong.service.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A suspension (中止审批) of a whole case: while it lasts nobody decides anything, and all its clocks stand still.
 *
 * @param serial counts the suspensions of a case, from 1
 * @param ground code of the reason the law knows
 * @param title the ground in words, as it was then
 * @param law on which it rests
 * @param reason what happened in this case, for the applicant too
 * @param resumeOn the day on which it ends by itself; null when somebody has to resume the case
 * @param endedOn the day from which days count again; null while it lasts
 * @param endedBy who resumed the case; null while it lasts, and when it ended by itself
 * @param outcome why the case goes on; null while it lasts, and when the case ended meanwhile
 */
public record Suspension(
        int serial,
        String ground,
        String title,
        String law,
        String reason,
        LocalDate startedOn,
        @Nullable LocalDate resumeOn,
        String startedBy,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy,
        @Nullable String outcome) {

    /** Whether it still lasts. */
    public boolean running() {
        return endedOn == null;
    }

    /** The same, with days counting again from {@code on}. */
    public Suspension endedOn(LocalDate on) {
        return new Suspension(serial, ground, title, law, reason, startedOn, resumeOn, startedBy, on, endedBy, outcome);
    }
}
