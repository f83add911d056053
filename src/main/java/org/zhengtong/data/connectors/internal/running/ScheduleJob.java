package org.zhengtong.data.connectors.internal.running;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.Runs;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;

/** Starts what is due, and tells of contracts that are silent. */
@Component
class ScheduleJob implements RecurringJob {

    private static final Actor PLATFORM = Actor.system("connectors");

    private final ContractStore contracts;
    private final RunStore runs;
    private final ObjectProvider<Runs> starting;
    private final ObjectProvider<JobSchedules> schedules;
    private final ObjectProvider<RunNews> news;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScheduleJob(
            ContractStore contracts,
            RunStore runs,
            ObjectProvider<Runs> starting,
            ObjectProvider<JobSchedules> schedules,
            ObjectProvider<RunNews> news,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.contracts = contracts;
        this.runs = runs;
        this.starting = starting;
        this.schedules = schedules;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "connectors.schedule";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(1));
    }

    @Override
    public JobNote run() {
        var due = contracts.due(clock.instant());
        due.forEach(contract -> transaction.executeWithoutResult(_ -> begin(contract)));
        var silent = Objects.requireNonNull(transaction.execute(_ -> tell()));
        return JobNote.of("connectors.schedule.done", due.size(), silent);
    }

    private void begin(Contract contract) {
        var next = JobSchedule.parse(contract.plan().schedule()).stream()
                .flatMap(schedule -> schedules.getObject().next(schedule, 1).stream())
                .findFirst();
        contracts.plan(contract.id(), next.orElse(null));
        var waits = runs.open(contract.id())
                .filter(run -> run.state() == Run.State.FAILED)
                .isPresent();
        if (!waits || !contract.plan().schedule().isEmpty()) {
            starting.getObject().start(contract.id(), PLATFORM);
        }
    }

    private int tell() {
        var silent = contracts.tellSilent(clock.instant());
        silent.forEach(contract -> news.getObject().silent(contract));
        return silent.size();
    }
}
