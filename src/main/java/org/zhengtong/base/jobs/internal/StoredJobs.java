package org.zhengtong.base.jobs.internal;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkStatus;

@Service
class StoredJobs implements Jobs {

    private final WorkStore works;
    private final RecurringStore runs;
    private final ObjectProvider<RecurringJob> recurring;
    private final JobScheduler scheduler;
    private final AuditLog audit;
    private final Clock clock;

    StoredJobs(
            WorkStore works,
            RecurringStore runs,
            ObjectProvider<RecurringJob> recurring,
            JobScheduler scheduler,
            AuditLog audit,
            Clock clock) {
        this.works = works;
        this.runs = runs;
        this.recurring = recurring;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public WorkId start(WorkRequest request) {
        var id = works.insert(request, clock.instant());
        scheduler.schedule(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.wake();
            }
        });
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WorkStatus> find(WorkId id) {
        return works.find(id);
    }

    @Override
    @Transactional
    public boolean cancel(WorkId id, Actor by) {
        var asked = works.askToCancel(id, clock.instant());
        if (asked) {
            audit.record(AuditAction.of(by, "jobs.cancel", "work", String.valueOf(id.value())));
        }
        return asked;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkStatus> recent(int limit) {
        return works.newest(limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecurringStatus> recurring() {
        return recurring.orderedStream().map(this::statusOf).toList();
    }

    private RecurringStatus statusOf(RecurringJob job) {
        var execution = scheduler.find(job);
        return new RecurringStatus(
                job.name(),
                job.titleKey(),
                job.schedule(),
                execution.map(found -> found.getExecutionTime()).orElse(null),
                execution.map(found -> found.isPicked()).orElse(false),
                runs.find(job.name()).orElse(null));
    }

    @Override
    public boolean runSoon(String name) {
        try {
            scheduler.runSoon(name);
        } catch (TaskInstanceException runningOrUnknown) {
            return false;
        }
        scheduler.wake();
        return true;
    }
}
