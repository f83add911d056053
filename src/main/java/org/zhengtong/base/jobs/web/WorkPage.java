package org.zhengtong.base.jobs.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.WorkStatus;

/** Progress of one piece of work, with the time left as far as the speed until now tells it. */
public record WorkPage(WorkStatus work, List<JobFailure> failures, String leftKey, long left) {

    static WorkPage of(WorkStatus work, List<JobFailure> failures, Instant now) {
        var startedAt = work.startedAt();
        var treated = work.done() + work.setAside();
        if (work.state().ended() || startedAt == null || treated == 0 || work.total() <= treated) {
            return new WorkPage(work, failures, work.state().ended() ? "" : "jobs.left.unknown", 0);
        }
        var spent = Math.max(1, Duration.between(startedAt, now).toMillis());
        var left = Duration.ofMillis(spent * (work.total() - treated) / treated);
        if (left.toMinutes() >= 90) {
            return new WorkPage(
                    work, failures, "jobs.left.hours", left.plusMinutes(30).toHours());
        }
        if (left.toSeconds() >= 60) {
            return new WorkPage(
                    work, failures, "jobs.left.minutes", left.plusSeconds(30).toMinutes());
        }
        return new WorkPage(work, failures, "jobs.left.soon", 0);
    }
}
