package org.zhengtong.service.casework.internal;

import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.casework.CaseOutcome;

/** Lets suspended cases go on whose day has come: each morning, and at start-up for the mornings the program slept through. */
@Component
class ResumptionJob implements RecurringJob {

    static final String NAME = "casework.resume_suspended";

    private static final int MOST = 10_000;

    private final LimitStore store;
    private final Suspensions suspensions;
    private final TransactionOperations transaction;
    private final CaseClock days;
    private final ObjectProvider<Jobs> jobs;

    ResumptionJob(
            LimitStore store,
            Suspensions suspensions,
            TransactionOperations transaction,
            CaseClock days,
            ObjectProvider<Jobs> jobs) {
        this.store = store;
        this.suspensions = suspensions;
        this.transaction = transaction;
        this.days = days;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(0, 10));
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStartUp() {
        jobs.ifAvailable(available -> available.runSoon(NAME));
    }

    @Override
    public JobNote run() {
        var resumed = 0;
        for (var key : store.toResume(days.today(), MOST)) {
            var outcome = transaction.execute(_ -> suspensions.resumeByDate(CaseKey.number(key)));
            resumed += outcome instanceof CaseOutcome.Done ? 1 : 0;
        }
        return JobNote.of("casework.resume_suspended.note", resumed);
    }
}
