package org.zhengtong.base.files.internal;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Each night, uploads that nobody continued for a day are deleted with their pieces. */
@Component
class AbandonedUploadsJob implements RecurringJob {
    private final ResumableUploads uploads;

    AbandonedUploadsJob(ResumableUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return "files.remove_abandoned_uploads";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(3, 20));
    }

    @Override
    public JobNote run() {
        return JobNote.of("files.remove_abandoned_uploads.note", uploads.removeAbandoned());
    }
}
