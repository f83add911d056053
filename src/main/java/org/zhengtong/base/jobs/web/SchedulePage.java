package org.zhengtong.base.jobs.web;

import java.time.Instant;
import java.util.List;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.RecurringStatus;

/** One recurring job: its schedule as a form, its next runs, and what went wrong lately. */
public record SchedulePage(
        RecurringStatus job,
        ScheduleForm form,
        List<String> faults,
        List<Instant> runs,
        List<JobFailure> failures,
        String doneKey) {

    static String doneKey(String done) {
        return switch (done) {
            case "chosen", "restored", "paused", "resumed", "soon", "running" -> "jobs.done." + done;
            default -> "";
        };
    }
}
