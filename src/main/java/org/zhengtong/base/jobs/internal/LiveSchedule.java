package org.zhengtong.base.jobs.internal;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.zhengtong.base.jobs.JobSchedule;

/** The schedule of a job as it is chosen at the moment, asked anew after each run. */
record LiveSchedule(String name, JobSchedule standard, ScheduleStore choices, NextRuns runs) implements Schedule {

    /** Never, for a column that must have a moment. */
    static final Instant NO_RUN = Instant.parse("9000-01-01T00:00:00Z");

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
        return next(complete.getTimeDone());
    }

    /** What runs again and again begins at the start; what has its hour waits for it. */
    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return standard instanceof JobSchedule.Every ? now : next(now);
    }

    Instant next(Instant from) {
        var choice = choices.find(name);
        var schedule = choice.schedule() == null ? standard : choice.schedule();
        if (choice.paused()) {
            return NO_RUN;
        }
        if (schedule instanceof JobSchedule.Every(var pause) && choice.failuresInARow() > 0) {
            return from.plus(grown(pause, choice.failuresInARow()));
        }
        return runs.after(from, schedule).orElse(NO_RUN);
    }

    /** What keeps failing runs less and less often, but at least once an hour. */
    private static Duration grown(Duration pause, int failures) {
        var grown = pause.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) >= 0 ? pause : grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
    }

    @Override
    public boolean isDeterministic() {
        return !(standard instanceof JobSchedule.Every);
    }
}
