package org.zhengtong.data.mediation.internal.call;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.mediation.internal.MediationSettings;

/** Clears lines of calls whose time is over, and requests so old that they would be refused for their age. */
@Component
class ForgettingJob implements RecurringJob {

    /** Longer than nodes' clocks may ever differ. */
    private static final Duration REPEATABLE = Duration.ofDays(2);

    private final CallStore calls;
    private final PassedStore passed;
    private final Settings settings;
    private final Clock clock;

    ForgettingJob(CallStore calls, PassedStore passed, Settings settings, Clock clock) {
        this.calls = calls;
        this.passed = passed;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mediation.forgetting";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofHours(6));
    }

    @Override
    public JobNote run() {
        var now = clock.instant();
        passed.forget(now.minus(REPEATABLE));
        return JobNote.of("mediation.forgetting.done", calls.forget(now.minus(settings.value(MediationSettings.KEPT))));
    }
}
