package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;

@Service
class StoredJobs implements Jobs {

    private final WorkStore works;
    private final WorkSearch search;
    private final FailureStore failures;
    private final JobScheduler scheduler;
    private final JobSchedules schedules;
    private final AuditLog audit;
    private final Clock clock;

    StoredJobs(
            WorkStore works,
            WorkSearch search,
            FailureStore failures,
            JobScheduler scheduler,
            JobSchedules schedules,
            AuditLog audit,
            Clock clock) {
        this.works = works;
        this.search = search;
        this.failures = failures;
        this.scheduler = scheduler;
        this.schedules = schedules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public WorkId start(WorkRequest request) {
        var id = works.insert(request, clock.instant());
        begin(id);
        return id;
    }

    private void begin(WorkId id) {
        scheduler.schedule(id);
        scheduler.wakeAfterCommit();
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
    @Transactional
    public boolean retry(WorkId id, Actor by) {
        var reopened = works.reopen(id);
        if (reopened) {
            audit.record(AuditAction.of(by, "jobs.retry", "work", String.valueOf(id.value())));
            begin(id);
        }
        return reopened;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkStatus> search(WorkQuery query) {
        return search.find(query);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<WorkState, Long> counts() {
        return search.counts();
    }

    @Override
    public List<RecurringStatus> recurring() {
        return schedules.list();
    }

    @Override
    @Transactional
    public boolean runSoon(String name) {
        return scheduler.runSoon(name);
    }

    @Override
    @Transactional(readOnly = true)
    public List<JobFailure> failures(WorkId id) {
        return failures.of(id);
    }
}
