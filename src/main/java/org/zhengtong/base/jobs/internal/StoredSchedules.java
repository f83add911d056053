package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.jobs.JobFailure;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.ScheduleOutcome;
import org.zhengtong.base.jobs.internal.ScheduleStore.Choice;

@Service
class StoredSchedules implements JobSchedules {

    private final ObjectProvider<RecurringJob> jobs;
    private final ScheduleStore choices;
    private final RunHistory history;
    private final LiveSchedules schedules;
    private final JobScheduler scheduler;
    private final AuditLog audit;
    private final Clock clock;

    StoredSchedules(
            ObjectProvider<RecurringJob> jobs,
            ScheduleStore choices,
            RunHistory history,
            LiveSchedules schedules,
            JobScheduler scheduler,
            AuditLog audit,
            Clock clock) {
        this.jobs = jobs;
        this.choices = choices;
        this.history = history;
        this.schedules = schedules;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecurringStatus> list() {
        return jobs.orderedStream().map(this::statusOf).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RecurringStatus> find(String name) {
        return job(name).map(this::statusOf);
    }

    private Optional<RecurringJob> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findAny();
    }

    private RecurringStatus statusOf(RecurringJob job) {
        var choice = choices.find(job.name());
        var execution = scheduler.find(job.name());
        return new RecurringStatus(
                job.name(),
                job.titleKey(),
                choice.schedule() == null ? job.schedule() : choice.schedule(),
                job.schedule(),
                choice.paused(),
                execution
                        .map(found -> found.getExecutionTime())
                        .filter(LiveSchedule.NO_RUN::isAfter)
                        .orElse(null),
                execution.map(found -> found.isPicked()).orElse(false),
                history.last(job.name()).orElse(null));
    }

    @Override
    public List<Instant> next(JobSchedule schedule, int most) {
        return schedules.runs().after(clock.instant(), schedule, most);
    }

    @Override
    @Transactional
    public ScheduleOutcome choose(String name, JobSchedule schedule, Actor by) {
        if (next(schedule, 1).isEmpty()) {
            return new ScheduleOutcome.NeverComes();
        }
        return change(name, schedule, false, by, "jobs.choose_schedule");
    }

    @Override
    @Transactional
    public ScheduleOutcome restore(String name, Actor by) {
        return change(name, null, false, by, "jobs.restore_schedule");
    }

    @Override
    @Transactional
    public ScheduleOutcome pause(String name, Actor by) {
        return change(name, choices.find(name).schedule(), true, by, "jobs.pause");
    }

    @Override
    @Transactional
    public ScheduleOutcome resume(String name, Actor by) {
        return change(name, choices.find(name).schedule(), false, by, "jobs.resume");
    }

    private ScheduleOutcome change(
            String name, @Nullable JobSchedule schedule, boolean paused, Actor by, String event) {
        var job = job(name);
        if (job.isEmpty()) {
            return new ScheduleOutcome.UnknownJob(name);
        }
        var choice = new Choice(schedule, paused, 0);
        choices.save(name, choice, by.name(), clock.instant());
        audit.record(AuditAction.of(by, event, "job", name)
                .with("schedule", schedule == null ? job.get().schedule().written() : schedule.written()));
        var nextAt = schedules.live(job.get()).next(clock.instant());
        reschedule(name, nextAt);
        return new ScheduleOutcome.Changed(paused ? null : nextAt);
    }

    /** A job that runs just now finds its new schedule when it ends; one that never ran on any instance has no row yet. */
    private void reschedule(String name, Instant at) {
        if (scheduler.find(name).filter(found -> !found.isPicked()).isPresent()) {
            scheduler.reschedule(name, at);
        }
    }

    @Override
    @Transactional
    public boolean runSoon(String name, Actor by) {
        var soon = scheduler.runSoon(name);
        if (soon) {
            audit.record(AuditAction.of(by, "jobs.run_soon", "job", name));
        }
        return soon;
    }

    @Override
    @Transactional(readOnly = true)
    public List<JobFailure> failures(String name, int most) {
        return history.failures(name, most);
    }
}
