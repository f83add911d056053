package org.zhengtong.base.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recurring job: when it runs next, and what came of it last. */
public record RecurringStatus(
        String name,
        String titleKey,
        JobSchedule schedule,
        JobSchedule standard,
        boolean paused,
        @Nullable Instant nextAt,
        boolean running,
        @Nullable LastRun last) {

    /** The last run; after failures the note says so. */
    public record LastRun(Instant startedAt, Duration took, int failuresInARow, JobNote note) {

        public boolean failed() {
            return failuresInARow > 0;
        }
    }

    /** Whether an administrator chose another schedule than the program has. */
    public boolean changed() {
        return !schedule.equals(standard);
    }
}
