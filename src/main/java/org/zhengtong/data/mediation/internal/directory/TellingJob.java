package org.zhengtong.data.mediation.internal.directory;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Tells what was not told with an action: new neighbours, new and ended grants. */
@Component
class TellingJob implements RecurringJob {

    private final Directory directory;
    private final TransactionOperations transaction;

    TellingJob(Directory directory, TransactionOperations transaction) {
        this.directory = directory;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "mediation.telling";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(1));
    }

    @Override
    public JobNote run() {
        var told = transaction.execute(_ -> directory.tellAll());
        return JobNote.of("mediation.telling.done", told == null ? 0 : told);
    }
}
