package org.zhengtong.base.jobs.internal;

import org.springframework.context.ApplicationContext;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.WorkState;

/** Runs by hand what waits to be run, since tests let nothing happen behind their back. */
public final class WaitingWork {

    private static final int MOST = 100;

    private WaitingWork() {}

    /** Everything of a kind (or of a room: the beginning of the kind) that waits, oldest first. */
    public static void run(ApplicationContext platform, String kind) {
        var waiting = platform.getBean(Jobs.class).search(new WorkQuery(WorkState.WAITING, kind, null, MOST));
        waiting.reversed()
                .forEach(work -> platform.getBean(LongWorkRunner.class).run(work.id()));
    }
}
