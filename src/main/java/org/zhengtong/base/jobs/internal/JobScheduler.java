package org.zhengtong.base.jobs.internal;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
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
    private final LiveSchedules schedules;
    private final Clock clock;
    private final SchedulerClient client;
    private @Nullable Scheduler scheduler;

    JobScheduler(
            DataSource dataSource,
            ObjectProvider<RecurringJob> recurring,
            RecurringRunner recurringRunner,
            LongWorkRunner longWorkRunner,
            JobsSettings settings,
            LiveSchedules schedules,
            Clock clock) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.recurring = recurring;
        this.recurringRunner = recurringRunner;
        this.longWorkRunner = longWorkRunner;
        this.settings = settings;
        this.schedules = schedules;
        this.clock = clock;
        this.client =
                SchedulerClient.Builder.create(this.dataSource).tableName(TABLE).build();
    }

    void schedule(WorkId id) {
        client.scheduleIfNotExists(new TaskInstance<Void>(LONG_WORK, String.valueOf(id.value())), clock.instant());
    }

    /** Wakes this instance instead of waiting for the next look. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (scheduler != null) {
                    scheduler.triggerCheckForDueExecutions();
                }
            }
        });
    }

    Optional<ScheduledExecution<Object>> find(String job) {
        return client.getScheduledExecution(instanceOf(job));
    }

    /** False when the job is running, or never ran on any instance. */
    boolean runSoon(String job) {
        try {
            reschedule(job, clock.instant());
        } catch (TaskInstanceException runningOrUnknown) {
            return false;
        }
        wakeAfterCommit();
        return true;
    }

    void reschedule(String job, Instant at) {
        client.reschedule(instanceOf(job), at);
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
                .schedulerName(new SchedulerName.Fixed(nameOfInstance()))
                .build();
        started.start();
        scheduler = started;
    }

    /** Which program does a task: machine and process, as the task's row says them in {@code picked_by}. */
    private static String nameOfInstance() {
        var machine = new SchedulerName.Hostname().getName();
        return machine + "/" + ProcessHandle.current().pid();
    }

    private CustomTask<Void> longWork() {
        return Tasks.custom(LONG_WORK, Void.class)
                .onFailure((failed, operations) -> {
                    var id = idOf(failed.getExecution().taskInstance.getId());
                    var cause = failed.getCause().orElseGet(() -> new IllegalStateException("Failed without a cause"));
                    longWorkRunner
                            .interrupted(id, cause)
                            .ifPresentOrElse(at -> operations.reschedule(failed, at), operations::remove);
                })
                .execute((instance, context) -> longWorkRunner
                        .run(idOf(instance.getId()))
                        .<CompletionHandler<Void>>map(
                                at -> (complete, operations) -> operations.reschedule(complete, at))
                        .orElseGet(() -> (complete, operations) -> operations.remove()));
    }

    private static WorkId idOf(String instance) {
        return new WorkId(Long.parseLong(instance));
    }

    private RecurringTask<Void> recurringTask(RecurringJob job) {
        return Tasks.recurring(job.name(), schedules.live(job))
                .execute((instance, context) -> recurringRunner.run(job));
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
