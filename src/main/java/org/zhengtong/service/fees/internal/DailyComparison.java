package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.fees.Reconciliation;

/** Compares yesterday with the provider's statement, early each morning. */
@Component
class DailyComparison implements RecurringJob {

    private static final LocalTime EARLY = LocalTime.of(5, 30);

    private final Reconciliation reconciliation;
    private final Clock clock;

    DailyComparison(Reconciliation reconciliation, Clock clock) {
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fees.reconciliation";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(EARLY);
    }

    @Override
    public JobNote run() {
        var yesterday = LocalDate.now(clock).minusDays(1);
        return JobNote.of("fees.reconciliation.note." + reconciliation.run(yesterday), yesterday);
    }
}
