package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.RecurringStatus.LastRun;

/** Runs one recurring job once and keeps what came of it. */
@Component
class RecurringRunner {

    private final RecurringStore runs;
    private final FailureStore failures;
    private final Clock clock;

    RecurringRunner(RecurringStore runs, FailureStore failures, Clock clock) {
        this.runs = runs;
        this.failures = failures;
        this.clock = clock;
    }

    void run(RecurringJob job) {
        var startedAt = clock.instant();
        var begun = System.nanoTime();
        try {
            var note = job.run();
            runs.save(job.name(), new LastRun(startedAt, since(begun), 0, note));
        } catch (RuntimeException failed) {
            var failure = FailureWords.of(job.name(), failed, clock.instant());
            failures.insert(job.name(), failure);
            runs.saveFailure(
                    job.name(),
                    new LastRun(startedAt, since(begun), 1, JobNote.of("jobs.failed", failure.reference())));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
