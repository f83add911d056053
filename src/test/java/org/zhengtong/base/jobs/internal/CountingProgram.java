package org.zhengtong.base.jobs.internal;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.workdays.WorkingCalendar;

/** One instance that counts to a hundred, slowly, one stored row a step; as a program of its own it waits to be killed. */
final class CountingProgram {

    static final String KIND = "test.hundred";
    static final int TOTAL = 100;

    private CountingProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        var database = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        instance(database, "killed").start();
        Thread.sleep(Duration.ofMinutes(2));
    }

    static JobScheduler instance(DataSource database, String name) {
        var jdbc = JdbcClient.create(database);
        var clock = Clock.systemUTC();
        var failures = new FailureStore(jdbc);
        var beans = new StaticListableBeanFactory();
        beans.addBean("work", new Counting(jdbc, name));
        return new JobScheduler(
                database,
                beans.getBeanProvider(RecurringJob.class),
                new RecurringRunner(new RecurringStore(jdbc), failures, clock),
                new LongWorkRunner(beans.getBeanProvider(LongWork.class), new WorkStore(jdbc), failures, clock),
                new JobsSettings(true, 2, Duration.ofMillis(100), Duration.ofMillis(300)),
                new LiveSchedules(new ScheduleStore(jdbc), unasked(), clock),
                clock);
    }

    /** Stores one row for each number, then says that it is done; between the two it may be killed. */
    private record Counting(JdbcClient jdbc, String name) implements LongWork {

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public JobNote run(String input, WorkProgress progress) {
            progress.expect(TOTAL);
            for (var step = progress.done() + 1; step <= TOTAL; step++) {
                jdbc.sql("insert into public.counted (step, counted_by) values (:step, :name)")
                        .param("step", step)
                        .param("name", name)
                        .update();
                progress.advance(1, 0);
                pause();
            }
            return JobNote.of("jobs.title");
        }

        /** Work takes time; nobody waits for this but the work itself. */
        private static void pause() {
            try {
                Thread.sleep(10);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A calendar that nobody asks here: this work has no schedule. */
    private static WorkingCalendar unasked() {
        return (WorkingCalendar) Proxy.newProxyInstance(
                CountingProgram.class.getClassLoader(), new Class<?>[] {WorkingCalendar.class}, (_, method, _) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
