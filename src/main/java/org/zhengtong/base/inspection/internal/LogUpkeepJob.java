package org.zhengtong.base.inspection.internal;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.LogUpkeep;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Makes room for the coming years of the log and ends those whose term of keeping is over. */
@Component
class LogUpkeepJob implements RecurringJob {

    private final LogUpkeep upkeep;

    LogUpkeepJob(LogUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "inspection.keep_log";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(3, 10));
    }

    @Override
    public JobNote run() {
        upkeep.addYears();
        return JobNote.of("inspection.keep_log.note", upkeep.discardEnded());
    }
}
