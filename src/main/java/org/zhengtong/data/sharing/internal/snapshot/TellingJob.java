package org.zhengtong.data.sharing.internal.snapshot;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Snapshots leave with each change; this also finds what no change tells of: a new neighbour, a grant's last day, a renewed key. */
@Component
class TellingJob implements RecurringJob {

    private final GrantTelling telling;

    TellingJob(GrantTelling telling) {
        this.telling = telling;
    }

    @Override
    public String name() {
        return "sharing.tell_grants";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(1));
    }

    @Override
    public JobNote run() {
        return JobNote.of("sharing.tell_grants.done", telling.tellAll());
    }
}
