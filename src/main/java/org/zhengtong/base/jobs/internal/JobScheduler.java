package org.zhengtong.base.jobs.internal;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.WorkId;

/** This instance's share in the work: db-scheduler over one table that all instances use. */
@Component
class JobScheduler implements SmartLifecycle {

    private static final String TABLE = "jobs.scheduled_task";
    private static final String LONG_WORK = "jobs.long-work";

    private final DataSource dataSource;
    private final ObjectProvider<RecurringJob> recurring;
    private final RecurringRunner recurringRunner;
    private final LongWorkRunner longWorkRunner;
    private final JobsSettings settings;
    private final Clock clock;
    private final SchedulerClient client;
    private @Nullable Scheduler scheduler;

    JobScheduler(
            DataSource dataSource,
            ObjectProvider<RecurringJob> recurring,
            RecurringRunner recurringRunner,
            LongWorkRunner longWorkRunner,
            JobsSettings settings,
            Clock clock) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.recurring = recurring;
        this.recurringRunner = recurringRunner;
        this.longWorkRunner = longWorkRunner;
        this.settings = settings;
        this.clock = clock;
        this.client =
                SchedulerClient.Builder.create(this.dataSource).tableName(TABLE).build();
    }

    void schedule(WorkId id) {
        client.scheduleIfNotExists(new TaskInstance<Void>(LONG_WORK, String.valueOf(id.value())), clock.instant());
    }

    /** Wakes this instance instead of waiting for the next look. */
    void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    Optional<ScheduledExecution<Object>> find(RecurringJob job) {
        return client.getScheduledExecution(instanceOf(job.name()));
    }

    void runSoon(String name) {
        client.reschedule(instanceOf(name), clock.instant());
    }

    private static TaskInstanceId instanceOf(String name) {
        return TaskInstanceId.of(name, RecurringTask.INSTANCE);
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        var started = Scheduler.create(dataSource, longWork())
                .startTasks(recurring.stream().map(this::recurringTask).toList())
                .tableName(TABLE)
                .threads(settings.threads())
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .clock(clock::instant)
                .build();
        started.start();
        scheduler = started;
    }

    private OneTimeTask<Void> longWork() {
        return Tasks.oneTime(LONG_WORK)
                .execute((instance, context) -> longWorkRunner.run(new WorkId(Long.parseLong(instance.getId()))));
    }

    private RecurringTask<Void> recurringTask(RecurringJob job) {
        return Tasks.recurring(job.name(), scheduleOf(job.schedule()))
                .execute((instance, context) -> recurringRunner.run(job));
    }

    private Schedule scheduleOf(JobSchedule schedule) {
        return switch (schedule) {
            case JobSchedule.Every every -> FixedDelay.of(every.pause());
            case JobSchedule.Daily daily -> new Daily(clock.getZone(), daily.at());
        };
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
