package org.zhengtong.service.casework.internal;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.casework.CaseOutcome;

/** Reminds those who have not answered, each morning. */
@Component
class ReminderJob implements RecurringJob {

    private static final int MOST = 10_000;

    private final ReminderSearch search;
    private final Reminders reminders;
    private final TransactionOperations transaction;

    ReminderJob(ReminderSearch search, Reminders reminders, TransactionOperations transaction) {
        this.search = search;
        this.reminders = reminders;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "casework.remind_asked";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(8, 30));
    }

    @Override
    public JobNote run() {
        var reminded = 0;
        for (var key : search.cases(reminders.until(), MOST)) {
            var outcome = transaction.execute(_ -> reminders.remind(CaseKey.number(key)));
            reminded += outcome instanceof CaseOutcome.Done ? 1 : 0;
        }
        return JobNote.of("casework.remind_asked.note", reminded);
    }
}
