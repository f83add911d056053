package org.zhengtong.base.jobs.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;

/** Long work as it was looked for, newest first. */
public record JobsPage(JobsForm form, Map<WorkState, Long> counts, List<WorkStatus> works, boolean more) {

    public long count(WorkState state) {
        return counts.getOrDefault(state, 0L);
    }

    public @Nullable String first() {
        return form.before() == null ? null : "/staff/jobs" + form.query(null);
    }

    public @Nullable String next() {
        return more ? "/staff/jobs" + form.query(works.getLast().id()) : null;
    }

    /** How the state is drawn. */
    public static String drawn(WorkState state) {
        return switch (state) {
            case WAITING -> "draft";
            case RUNNING -> "doing";
            case DONE -> "done";
            case CANCELED -> "supplement";
            case FAILED -> "overdue";
        };
    }
}
