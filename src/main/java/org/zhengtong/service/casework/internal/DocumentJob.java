package org.zhengtong.service.casework.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Makes the legal documents of recent actions, so that they are there before anybody opens them. */
@Component
class DocumentJob implements RecurringJob {

    private static final int BATCH = 100;

    private final Documents documents;

    DocumentJob(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "casework.make_documents";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofSeconds(20));
    }

    @Override
    public JobNote run() {
        return JobNote.of("casework.make_documents.note", documents.makeWaiting(BATCH));
    }
}
