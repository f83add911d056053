package org.zhengtong.base.jobs.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.RecurringStatus.LastRun;

/** What came of recurring jobs until now. */
@Component
class RunHistory {

    private final RecurringStore runs;
    private final FailureStore failures;

    RunHistory(RecurringStore runs, FailureStore failures) {
        this.runs = runs;
        this.failures = failures;
    }

    Optional<LastRun> last(String job) {
        return runs.find(job);
    }

    List<JobFailure> failures(String job, int most) {
        return failures.of(job, most);
    }
}
