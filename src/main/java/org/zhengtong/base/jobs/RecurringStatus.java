package org.zhengtong.base.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A recurring job: when it runs next, and what came of it last. */
public record RecurringStatus(
        String name,
        String titleKey,
        JobSchedule schedule,
        @Nullable Instant nextAt,
        boolean running,
        @Nullable LastRun last) {

    /** The last run; {@code failed} with the note that says so. */
    public record LastRun(Instant startedAt, Duration took, boolean failed, JobNote note) {}
}
