package org.zhengtong.base.jobs.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.stream.Collectors;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.ui.Shell;

/** A schedule as people say it. */
public final class ScheduleWords {

    private ScheduleWords() {}

    public static String of(Shell shell, JobSchedule schedule) {
        return switch (schedule) {
            case JobSchedule.Every(var pause) -> every(shell, pause);
            case JobSchedule.Daily(var at) -> shell.say("jobs.daily", at);
            case JobSchedule.OnWorkingDays(var at) -> shell.say("jobs.working_days", at);
            case JobSchedule.OnWorkingDayOfMonth(var nth, var at) ->
                nth < 0 ? shell.say("jobs.last_working_day", at) : shell.say("jobs.working_day_of_month", nth, at);
            case JobSchedule.Weekly(var days, var at) ->
                shell.say(
                        "jobs.weekly",
                        days.stream().map(day -> name(shell, day)).collect(Collectors.joining(shell.say("jobs.and"))),
                        at);
            case JobSchedule.Cron(var expression) -> shell.say("jobs.cron", expression);
        };
    }

    private static String every(Shell shell, Duration pause) {
        if (pause.toSeconds() < 60) {
            return shell.say("jobs.every.seconds", pause.toSeconds());
        }
        return pause.toMinutes() % 60 == 0
                ? shell.say("jobs.every.hours", pause.toHours())
                : shell.say("jobs.every.minutes", pause.toMinutes());
    }

    /** Name of a day of the week. */
    public static String name(Shell shell, DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, shell.locale());
    }
}
