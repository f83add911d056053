package org.zhengtong.service.casework.internal;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Deletes drafts nobody touched for 90 days, with their files. */
@Component
class DraftExpiryJob implements RecurringJob {

    private final DraftStore drafts;
    private final FileStorage files;
    private final CaseClock days;

    DraftExpiryJob(DraftStore drafts, FileStorage files, CaseClock days) {
        this.drafts = drafts;
        this.files = files;
        this.days = days;
    }

    @Override
    public String name() {
        return "casework.expire_drafts";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(2, 20));
    }

    @Override
    public JobNote run() {
        var expired = drafts.deleteExpired(days.today());
        expired.forEach(draft -> files.releaseAll(new FileOwner("casework", "draft/" + draft)));
        return JobNote.of("casework.expire_drafts.note", expired.size());
    }
}
