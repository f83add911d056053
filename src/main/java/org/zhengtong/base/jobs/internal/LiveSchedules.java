package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.workdays.WorkingCalendar;

/** Gives each job the schedule that was chosen for it. */
@Component
class LiveSchedules {

    private final ScheduleStore choices;
    private final NextRuns runs;

    LiveSchedules(ScheduleStore choices, WorkingCalendar calendar, Clock clock) {
        this.choices = choices;
        this.runs = new NextRuns(calendar, clock.getZone());
    }

    LiveSchedule live(RecurringJob job) {
        return new LiveSchedule(job.name(), job.schedule(), choices, runs);
    }

    NextRuns runs() {
        return runs;
    }
}
