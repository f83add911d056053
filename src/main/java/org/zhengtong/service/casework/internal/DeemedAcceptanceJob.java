package org.zhengtong.service.casework.internal;

import java.time.LocalTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.casework.CaseOutcome;

/**
 * Accepts what nobody answered within five working days (行政许可法 第三十二条): each morning, and at start-up for the mornings
 * the program slept through.
 */
@Component
class DeemedAcceptanceJob implements RecurringJob {

    static final String NAME = "casework.deem_accepted";

    private static final int BATCH = 500;

    private final ClockSearch clocks;
    private final Intake intake;
    private final TransactionOperations transaction;
    private final CaseClock days;
    private final org.springframework.beans.factory.ObjectProvider<Jobs> jobs;

    DeemedAcceptanceJob(
            ClockSearch clocks,
            Intake intake,
            TransactionOperations transaction,
            CaseClock days,
            org.springframework.beans.factory.ObjectProvider<Jobs> jobs) {
        this.clocks = clocks;
        this.intake = intake;
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
        return JobSchedule.daily(LocalTime.of(0, 5));
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStartUp() {
        jobs.ifAvailable(available -> available.runSoon(NAME));
    }

    @Override
    public JobNote run() {
        var accepted = 0;
        var batch = clocks.unanswered(days.today(), BATCH);
        while (!batch.isEmpty()) {
            var before = accepted;
            for (var key : batch) {
                var outcome = transaction.execute(status -> intake.acceptByLaw(CaseKey.number(key)));
                if (outcome instanceof CaseOutcome.Done) {
                    accepted++;
                }
            }
            batch = accepted == before ? java.util.List.of() : clocks.unanswered(days.today(), BATCH);
        }
        return JobNote.of("casework.deem_accepted.note", accepted);
    }
}
