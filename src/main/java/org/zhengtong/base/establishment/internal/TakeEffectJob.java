package org.zhengtong.base.establishment.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.organization.OrganizationEditing;

/** Puts planned changes of the organization in force when their day has come. */
@Component
class TakeEffectJob implements RecurringJob {

    private final OrganizationEditing editing;

    TakeEffectJob(OrganizationEditing editing) {
        this.editing = editing;
    }

    @Override
    public String name() {
        return "establishment.take_effect";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(5));
    }

    @Override
    public JobNote run() {
        return JobNote.of("establishment.take_effect.done", editing.takeEffect());
    }
}
