package org.zhengtong.base.jobs.web;

import java.util.List;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;

/** Recurring jobs, and long work with the newest first. */
public record JobsPage(List<RecurringStatus> recurring, List<WorkStatus> works) {

    /** Key of the sentence that says when a job runs. */
    public String scheduleKey(RecurringStatus job) {
        return switch (job.schedule()) {
            case JobSchedule.Every every ->
                every.pause().toSeconds() < 60 ? "jobs.every.seconds" : "jobs.every.minutes";
            case JobSchedule.Daily daily -> "jobs.daily";
        };
    }

    /** What fills that sentence. */
    public Object scheduleValue(RecurringStatus job) {
        return switch (job.schedule()) {
            case JobSchedule.Every every ->
                every.pause().toSeconds() < 60
                        ? every.pause().toSeconds()
                        : every.pause().toMinutes();
            case JobSchedule.Daily daily -> daily.at().toString();
        };
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
