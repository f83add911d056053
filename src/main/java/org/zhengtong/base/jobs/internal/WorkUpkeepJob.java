package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.settings.Settings;

/** Deletes finished long work and failures whose term of keeping is over. */
@Component
class WorkUpkeepJob implements RecurringJob {

    static final int BATCH = 1000;

    private final WorkUpkeepStore works;
    private final Settings settings;
    private final Clock clock;

    WorkUpkeepJob(WorkUpkeepStore works, Settings settings, Clock clock) {
        this.works = works;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jobs.keep_works";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(3, 50));
    }

    @Override
    public JobNote run() {
        var days = settings.value(KeepingSettings.KEEP_DAYS);
        var before = clock.instant().minus(Duration.ofDays(days));
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = works.deleteEnded(before, BATCH);
        }
        return JobNote.of("jobs.keep_works.note", deleted, works.deleteFailures(before), days);
    }
}
