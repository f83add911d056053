package org.zhengtong.base.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.testing.PlatformTest;

/** Long work shows its progress, can be stopped, and goes on after a crash. */
@PlatformTest
class LongWorkTest {

    private static final WorkRequest COUNTING = new WorkRequest("test.count", JobNote.of("jobs.title"), "10", "何平");

    @Autowired
    Jobs jobs;

    @Autowired
    WorkStore works;

    @Autowired
    RecurringStore runs;

    @Autowired
    FailureStore failures;

    @Autowired
    LiveSchedules schedules;

    @Autowired
    DataSource dataSource;

    @Test
    void goes_on_after_a_crash_from_what_was_done() {
        var id = jobs.start(COUNTING);
        var seen = new AtomicLong(-1);
        var crashing = runner(progress -> {
            progress.expect(10);
            progress.advance(6, 1);
            throw new OutOfMemoryError("as if the program were killed");
        });
        assertThat(catchError(() -> crashing.run(id))).isInstanceOf(OutOfMemoryError.class);
        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.RUNNING);

        runner(progress -> {
                    seen.set(progress.done());
                    progress.advance(10 - progress.done(), 0);
                })
                .run(id);

        var status = jobs.find(id).orElseThrow();
        assertThat(seen).hasValue(6);
        assertThat(status.state()).isEqualTo(WorkState.DONE);
        assertThat(status.done()).isEqualTo(10);
        assertThat(status.setAside()).isEqualTo(1);
    }

    private static Throwable catchError(Runnable work) {
        try {
            work.run();
            return new AssertionError("It did not fail");
        } catch (Error failure) {
            return failure;
        }
    }

    @Test
    void stops_when_asked_and_says_so() {
        var id = jobs.start(COUNTING);

        runner(progress -> {
                    assertThat(jobs.cancel(id, Actor.system("test"))).isTrue();
                    assertThat(progress.canceled()).isTrue();
                })
                .run(id);

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.CANCELED);
        assertThat(jobs.cancel(id, Actor.system("test"))).isFalse();
    }

    @Test
    void waiting_work_is_canceled_at_once_and_never_begins() {
        var id = jobs.start(COUNTING);
        jobs.cancel(id, Actor.system("test"));

        runner(progress -> {
                    throw new AssertionError("It began");
                })
                .run(id);

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.CANCELED);
    }

    @Test
    void a_failure_is_kept_with_a_number_to_look_for_in_the_log() {
        var id = jobs.start(COUNTING);

        runner(progress -> {
                    throw new IllegalStateException("broken");
                })
                .run(id);

        var status = jobs.find(id).orElseThrow();
        assertThat(status.state()).isEqualTo(WorkState.FAILED);
        assertThat(status.message()).isNotNull();
        assertThat(status.message().key()).isEqualTo("jobs.failed");
        assertThat(status.message().args().getFirst()).matches("[0-9a-f]{8}");
    }

    @Test
    void failed_work_keeps_its_error_in_words_and_goes_on_where_it_stopped_when_tried_again() {
        var id = jobs.start(COUNTING);
        runner(progress -> {
                    progress.expect(10);
                    progress.advance(4, 0);
                    throw new IllegalStateException("broken");
                })
                .run(id);

        var kept = jobs.failures(id);
        assertThat(kept).hasSize(1);
        assertThat(kept.getFirst().words().key()).isEqualTo("jobs.failure.unexpected");
        assertThat(kept.getFirst().stack()).contains("IllegalStateException: broken");

        assertThat(jobs.retry(id, Actor.system("test"))).isTrue();
        assertThat(jobs.retry(id, Actor.system("test"))).isFalse();
        runner(progress -> progress.advance(10 - progress.done(), 0)).run(id);

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.DONE);
        assertThat(jobs.find(id).orElseThrow().done()).isEqualTo(10);
    }

    @Test
    void what_may_pass_is_tried_again_with_growing_pauses_and_given_up_in_the_end() {
        var id = jobs.start(COUNTING);
        var throwing = runner(progress -> {
            throw new java.io.UncheckedIOException(new java.io.IOException("disk away"));
        });
        var before = java.time.Instant.EPOCH;
        for (var pause : LongWorkRunner.PAUSES) {
            var again = throwing.run(id);
            assertThat(again).as("after %s", pause).isPresent();
            assertThat(again.get()).isAfter(before);
            before = again.get();
            assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.WAITING);
        }

        assertThat(throwing.run(id)).isEmpty();

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.FAILED);
        assertThat(jobs.failures(id)).hasSize(LongWorkRunner.PAUSES.size() + 1);
    }

    @Test
    void work_that_brings_the_program_down_each_time_is_given_up() {
        var id = jobs.start(COUNTING);
        var deadly = runner(progress -> {
            throw new OutOfMemoryError("as if the program were killed");
        });
        for (var start = 0; start < LongWorkRunner.MOST_STARTS; start++) {
            assertThat(catchError(() -> deadly.run(id))).isInstanceOf(OutOfMemoryError.class);
        }

        deadly.run(id);

        var status = jobs.find(id).orElseThrow();
        assertThat(status.state()).isEqualTo(WorkState.FAILED);
        assertThat(status.message().key()).isEqualTo("jobs.failure.never_ended");
    }

    @Test
    void work_is_found_by_state_and_by_what_it_is_called() {
        var id = jobs.start(new WorkRequest("test.find", JobNote.of("jobs.title", "第五十七号文件"), "", "陈立"));

        assertThat(jobs.search(new WorkQuery(WorkState.WAITING, "五十七号", null, 5)))
                .extracting(WorkStatus::id)
                .containsExactly(id);
        assertThat(jobs.search(new WorkQuery(WorkState.DONE, "五十七号", null, 5))).isEmpty();
        assertThat(jobs.search(new WorkQuery(null, "五十七号", id, 5))).isEmpty();
        assertThat(jobs.counts().get(WorkState.WAITING)).isPositive();
        jobs.cancel(id, Actor.system("test"));
    }

    @Test
    void instances_share_work_through_the_table() throws Exception {
        var done = new CountDownLatch(2);
        var beans = new StaticListableBeanFactory();
        beans.addBean("work", kind(progress -> done.countDown()));
        beans.addBean("job", recurring(done));
        var systemClock = Clock.systemUTC();
        var scheduler = new JobScheduler(
                dataSource,
                beans.getBeanProvider(RecurringJob.class),
                new RecurringRunner(runs, failures, systemClock),
                new LongWorkRunner(beans.getBeanProvider(LongWork.class), works, failures, systemClock),
                new JobsSettings(true, 2, Duration.ofMillis(100), Duration.ofSeconds(5)),
                schedules,
                systemClock);
        var id = jobs.start(COUNTING);

        scheduler.start();
        try {
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            scheduler.stop();
        }

        assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(WorkState.DONE);
        assertThat(runs.find("test.tick")).isPresent();
    }

    private static RecurringJob recurring(CountDownLatch done) {
        return new RecurringJob() {
            @Override
            public String name() {
                return "test.tick";
            }

            @Override
            public JobSchedule schedule() {
                return JobSchedule.every(Duration.ofHours(1));
            }

            @Override
            public JobNote run() {
                done.countDown();
                return JobNote.of("jobs.title");
            }
        };
    }

    private LongWorkRunner runner(java.util.function.Consumer<WorkProgress> work) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("work", kind(work));
        return new LongWorkRunner(beans.getBeanProvider(LongWork.class), works, failures, Clock.systemUTC());
    }

    private static LongWork kind(java.util.function.Consumer<WorkProgress> work) {
        return new LongWork() {
            @Override
            public String kind() {
                return "test.count";
            }

            @Override
            public JobNote run(String input, WorkProgress progress) {
                work.accept(progress);
                return JobNote.of("jobs.title");
            }
        };
    }
}
