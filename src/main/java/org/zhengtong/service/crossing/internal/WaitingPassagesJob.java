package org.zhengtong.service.crossing.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Sends cases that were filed before their node was known. */
@Component
class WaitingPassagesJob implements RecurringJob {

    private final Passages passages;
    private final TransactionOperations transaction;

    WaitingPassagesJob(Passages passages, TransactionOperations transaction) {
        this.passages = passages;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "crossing.send_waiting";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(2));
    }

    @Override
    public JobNote run() {
        var sent = transaction.execute(_ -> passages.sendWaiting());
        return JobNote.of("crossing.send_waiting.done", sent == null ? 0 : sent);
    }
}
