package org.zhengtong.base.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** When recurring jobs run, and how administrators change it. A change holds for all instances, and after a restart. */
public interface JobSchedules {

    /** All recurring jobs with their next runs. */
    List<RecurringStatus> list();

    Optional<RecurringStatus> find(String name);

    /** The next moments of a schedule, counted from now; fewer than asked for, or none, when it comes seldom or never. */
    List<Instant> next(JobSchedule schedule, int most);

    /** Runs the job by this schedule from now on. A schedule that never comes is refused. */
    ScheduleOutcome choose(String name, JobSchedule schedule, Actor by);

    /** Runs the job as the program has it from now on. */
    ScheduleOutcome restore(String name, Actor by);

    /** Lets the job rest until it is resumed. */
    ScheduleOutcome pause(String name, Actor by);

    ScheduleOutcome resume(String name, Actor by);

    /** Brings the next run forward to now; false while it is running. */
    boolean runSoon(String name, Actor by);

    /** What went wrong with this job, newest first. */
    List<JobFailure> failures(String name, int most);
}
