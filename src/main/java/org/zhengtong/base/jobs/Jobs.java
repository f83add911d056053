package org.zhengtong.base.jobs;

import java.util.List;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** Front door to timed and long work. */
public interface Jobs {

    /** Stores the work within the caller's transaction; it begins after the commit. */
    WorkId start(WorkRequest request);

    Optional<WorkStatus> find(WorkId id);

    /** Asks the work to stop; waiting work is canceled at once. Says whether there was anything to stop. */
    boolean cancel(WorkId id, Actor by);

    /** Newest first. */
    List<WorkStatus> recent(int limit);

    List<RecurringStatus> recurring();

    /** Brings the next run of a recurring job forward to now; false while it is running. */
    boolean runSoon(String name);
}
