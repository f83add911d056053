package org.zhengtong.base.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** Front door to timed and long work. */
public interface Jobs {

    /** Stores the work within the caller's transaction; it begins after the commit. */
    WorkId start(WorkRequest request);

    Optional<WorkStatus> find(WorkId id);

    /** Asks the work to stop; waiting work is canceled at once. Says whether there was anything to stop. */
    boolean cancel(WorkId id, Actor by);

    /** Starts work that failed or was canceled again, where it stopped. Says whether there was anything to start. */
    boolean retry(WorkId id, Actor by);

    /** Newest first. */
    List<WorkStatus> search(WorkQuery query);

    /** How much work there is in each state. */
    Map<WorkState, Long> counts();

    /** All recurring jobs; how they are scheduled is a matter of {@link JobSchedules}. */
    List<RecurringStatus> recurring();

    /** Brings the next run of a recurring job forward to now, for a room's own reasons; false while it is running. */
    boolean runSoon(String name);

    /** What went wrong with this work, newest first. */
    List<JobFailure> failures(WorkId id);
}
