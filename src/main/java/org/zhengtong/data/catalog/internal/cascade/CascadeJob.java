package org.zhengtong.data.catalog.internal.cascade;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Tells what was not told with an action: to a neighbour that is new, and what came with a pack. */
@Component
class CascadeJob implements RecurringJob {

    private final Cascade cascade;
    private final TransactionOperations transaction;

    CascadeJob(Cascade cascade, TransactionOperations transaction) {
        this.cascade = cascade;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "catalog.cascade";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(2));
    }

    @Override
    public JobNote run() {
        var told = transaction.execute(_ -> cascade.tellAll());
        return JobNote.of("catalog.cascade.done", told == null ? 0 : told);
    }
}
