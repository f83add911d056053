package org.zhengtong.base.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of a change of schedule. */
public sealed interface ScheduleOutcome {

    /** Changed; no next run while the job is paused. */
    record Changed(@Nullable Instant nextAt) implements ScheduleOutcome {}

    /** No day fits, such as 30 February. */
    record NeverComes() implements ScheduleOutcome {}

    record UnknownJob(String name) implements ScheduleOutcome {}
}
