package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.RecurringStatus.LastRun;

/** Runs one recurring job once and keeps what came of it. */
@Component
class RecurringRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringRunner.class);

    private final RecurringStore runs;
    private final Clock clock;

    RecurringRunner(RecurringStore runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    void run(RecurringJob job) {
        var startedAt = clock.instant();
        var begun = System.nanoTime();
        JobNote note;
        var failed = false;
        try {
            note = job.run();
        } catch (RuntimeException failure) {
            note = failure(job.name(), failure);
            failed = true;
        }
        runs.save(job.name(), new LastRun(startedAt, Duration.ofNanos(System.nanoTime() - begun), failed, note));
    }

    /** The failure goes to the log under a number that the page shows. */
    static JobNote failure(String what, RuntimeException failure) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Job {} failed, reference {}", what, reference, failure);
        return JobNote.of("jobs.failed", reference);
    }
}
