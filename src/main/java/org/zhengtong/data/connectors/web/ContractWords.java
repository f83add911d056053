package org.zhengtong.data.connectors.web;

import java.time.Duration;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;

/** Plans and runs in words. */
public final class ContractWords {

    private static final int MINUTE = 60;
    private static final int TWO_HOURS = 7_200;

    private ContractWords() {}

    /** When a contract runs. */
    public static String rhythm(Shell shell, Contract.Plan plan) {
        return JobSchedule.parse(plan.schedule())
                .map(schedule -> rhythm(shell, schedule))
                .orElseGet(() -> shell.say("connectors.rhythm.MANUAL"));
    }

    private static String rhythm(Shell shell, JobSchedule schedule) {
        return switch (schedule) {
            case JobSchedule.Every(Duration pause) -> shell.say("connectors.rhythm.every", pause.toMinutes());
            case JobSchedule.Daily daily -> shell.say("connectors.rhythm.daily", daily.at());
            case JobSchedule.OnWorkingDays days -> shell.say("connectors.rhythm.working_days", days.at());
            case JobSchedule.OnWorkingDayOfMonth _, JobSchedule.Weekly _, JobSchedule.Cron _ -> schedule.written();
        };
    }

    /** Who started a run. */
    public static String by(Shell shell, Run run) {
        return run.by().equals("connectors") ? shell.say("connectors.by_plan") : run.by();
    }

    /** Seconds as people say them. */
    public static String took(Shell shell, long seconds) {
        if (seconds < MINUTE) {
            return shell.say("connectors.seconds", seconds);
        }
        return seconds < TWO_HOURS
                ? shell.say("connectors.minutes.long", seconds / MINUTE)
                : shell.say("connectors.hours", seconds / MINUTE / MINUTE);
    }
}
