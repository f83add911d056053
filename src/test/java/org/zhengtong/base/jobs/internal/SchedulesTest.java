package org.zhengtong.base.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.jobs.ScheduleOutcome;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Recurring jobs follow the calendar, and administrators may choose another schedule for all instances. */
@PlatformTest
class SchedulesTest {

    private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(8, 30);
    private static final String JOB = "notice.mail";

    @Autowired
    JobSchedules schedules;

    @Autowired
    LiveSchedules live;

    @Autowired
    RecurringStore runs;

    @Autowired
    FailureStore failures;

    @Autowired
    SettableClock clock;

    @Test
    void working_days_leave_out_the_spring_festival_and_take_in_the_saturday_that_is_worked() {
        // Spring Festival of 2026: 15 to 23 February off, 14 and 28 February worked.
        clock.set("2026-02-13T09:00");

        assertThat(next(new JobSchedule.OnWorkingDays(HALF_PAST_EIGHT), 3))
                .containsExactly(at("2026-02-14T08:30"), at("2026-02-24T08:30"), at("2026-02-25T08:30"));
    }

    @Test
    void the_first_and_the_last_working_day_of_a_month() {
        clock.set("2026-02-27T09:00");

        assertThat(next(new JobSchedule.OnWorkingDayOfMonth(-1, HALF_PAST_EIGHT), 2))
                .containsExactly(at("2026-02-28T08:30"), at("2026-03-31T08:30"));
        assertThat(next(new JobSchedule.OnWorkingDayOfMonth(1, HALF_PAST_EIGHT), 2))
                .containsExactly(at("2026-03-02T08:30"), at("2026-04-01T08:30"));
    }

    @Test
    void days_of_the_week_and_expressions() {
        clock.set("2026-03-02T10:00");

        assertThat(next(new JobSchedule.Weekly(List.of(DayOfWeek.THURSDAY, DayOfWeek.MONDAY), HALF_PAST_EIGHT), 2))
                .containsExactly(at("2026-03-05T08:30"), at("2026-03-09T08:30"));
        assertThat(next(new JobSchedule.Cron("0 0 6 1 * *"), 1)).containsExactly(at("2026-04-01T06:00"));
    }

    private List<Instant> next(JobSchedule schedule, int most) {
        return schedules.next(schedule, most);
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(new SettableClock().getZone()).toInstant();
    }

    @Test
    void a_schedule_that_never_comes_is_refused() {
        var before = schedules.find(JOB).orElseThrow().schedule();

        assertThat(schedules.choose(JOB, new JobSchedule.Cron("0 0 0 30 2 *"), Actor.system("test")))
                .isInstanceOf(ScheduleOutcome.NeverComes.class);
        assertThat(schedules.choose("no.such_job", JobSchedule.daily(HALF_PAST_EIGHT), Actor.system("test")))
                .isInstanceOf(ScheduleOutcome.UnknownJob.class);

        assertThat(schedules.find(JOB).orElseThrow().schedule()).isEqualTo(before);
    }

    @Test
    void a_chosen_schedule_holds_until_the_programs_own_is_restored() {
        clock.set("2026-03-02T10:00");
        var chosen = new JobSchedule.OnWorkingDays(HALF_PAST_EIGHT);
        var job = job(JobSchedule.every(Duration.ofSeconds(20)));

        assertThat(schedules.choose(JOB, chosen, Actor.system("test")))
                .isEqualTo(new ScheduleOutcome.Changed(at("2026-03-03T08:30")));
        assertThat(schedules.find(JOB).orElseThrow().changed()).isTrue();
        assertThat(live.live(job).getNextExecutionTime(ended())).isEqualTo(at("2026-03-03T08:30"));

        schedules.pause(JOB, Actor.system("test"));
        assertThat(live.live(job).getNextExecutionTime(ended())).isEqualTo(LiveSchedule.NO_RUN);
        assertThat(schedules.find(JOB).orElseThrow().schedule()).isEqualTo(chosen);
        schedules.resume(JOB, Actor.system("test"));

        schedules.restore(JOB, Actor.system("test"));
        assertThat(schedules.find(JOB).orElseThrow().changed()).isFalse();
        assertThat(live.live(job).getNextExecutionTime(ended())).isEqualTo(at("2026-03-02T10:00:20"));
    }

    private ExecutionComplete ended() {
        return ExecutionComplete.simulatedSuccess(clock.instant());
    }

    @Test
    void a_job_that_throws_forever_runs_less_and_less_often_and_keeps_its_last_failures() {
        var job = new RecurringJob() {
            @Override
            public String name() {
                return "test.throwing";
            }

            @Override
            public JobSchedule schedule() {
                return JobSchedule.every(Duration.ofSeconds(20));
            }

            @Override
            public JobNote run() {
                throw new IllegalStateException("again and again");
            }
        };
        var runner = new RecurringRunner(runs, failures, clock);
        for (var round = 0; round < 25; round++) {
            runner.run(job);
        }

        assertThat(runs.find("test.throwing").orElseThrow().failuresInARow()).isEqualTo(25);
        assertThat(failures.of("test.throwing", 100)).hasSize(FailureStore.KEPT);
        assertThat(live.live(job).getNextExecutionTime(ended()))
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    private static RecurringJob job(JobSchedule standard) {
        return new RecurringJob() {
            @Override
            public String name() {
                return JOB;
            }

            @Override
            public JobSchedule schedule() {
                return standard;
            }

            @Override
            public JobNote run() {
                return JobNote.of("jobs.title");
            }
        };
    }

    @Test
    void a_schedule_is_read_back_as_it_was_written() {
        for (var schedule : List.of(
                JobSchedule.every(Duration.ofSeconds(20)),
                JobSchedule.daily(HALF_PAST_EIGHT),
                new JobSchedule.OnWorkingDays(HALF_PAST_EIGHT),
                new JobSchedule.OnWorkingDayOfMonth(-1, HALF_PAST_EIGHT),
                new JobSchedule.Weekly(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), HALF_PAST_EIGHT),
                new JobSchedule.Cron("0 30 8 * * MON-FRI"))) {
            assertThat(JobSchedule.parse(schedule.written())).contains(schedule);
        }
        assertThat(List.of("", "every", "every -PT1S", "daily 25:00", "weekly NODAY 08:30", "cron * *", "yearly 08:30"))
                .allSatisfy(line -> assertThat(JobSchedule.parse(line)).as(line).isEmpty());
    }
}
