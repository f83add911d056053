package org.zhengtong.base.jobs;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.scheduling.support.CronExpression;

/** When a recurring job runs. Times are those of the platform's zone; working days those of the State Council's calendar. */
public sealed interface JobSchedule {

    /** Again after a pause, counted from the end of the run before. */
    record Every(Duration pause) implements JobSchedule {
        public Every {
            if (pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("Not a pause: " + pause);
            }
        }
    }

    /** Once a day. */
    record Daily(LocalTime at) implements JobSchedule {}

    /** Once on each working day. */
    record OnWorkingDays(LocalTime at) implements JobSchedule {}

    /** Once a month, on its n-th working day; -1 is the last one. */
    record OnWorkingDayOfMonth(int nth, LocalTime at) implements JobSchedule {

        /** No month is sure to have more. */
        public static final int MOST = 15;

        public OnWorkingDayOfMonth {
            if (nth != -1 && (nth < 1 || nth > MOST)) {
                throw new IllegalArgumentException("Not a working day of every month: " + nth);
            }
        }
    }

    /** Once on some days of the week, whether they are worked or not. */
    record Weekly(List<DayOfWeek> days, LocalTime at) implements JobSchedule {
        public Weekly {
            days = inOrder(days);
        }

        private static List<DayOfWeek> inOrder(Collection<DayOfWeek> days) {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("A week without a day");
            }
            return List.copyOf(EnumSet.copyOf(days));
        }
    }

    /** By six fields: second, minute, hour, day, month, weekday. */
    record Cron(String expression) implements JobSchedule {
        public Cron {
            CronExpression.parse(expression);
        }
    }

    static JobSchedule every(Duration pause) {
        return new Every(pause);
    }

    static JobSchedule daily(LocalTime at) {
        return new Daily(at);
    }

    /** The schedule as one line, such as {@code working-days 08:30}; {@link #parse} reads it. */
    default String written() {
        return switch (this) {
            case Every every -> "every " + every.pause();
            case Daily daily -> "daily " + daily.at();
            case OnWorkingDays days -> "working-days " + days.at();
            case OnWorkingDayOfMonth day -> "working-day-of-month " + day.nth() + " " + day.at();
            case Weekly weekly ->
                "weekly " + weekly.days().stream().map(DayOfWeek::name).collect(Collectors.joining(",")) + " "
                        + weekly.at();
            case Cron cron -> "cron " + cron.expression();
        };
    }

    /** The schedule that this line says; empty when it says none. */
    static Optional<JobSchedule> parse(String line) {
        var parts = line.strip().split(" +", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(parts[0], parts[1]));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static JobSchedule of(String kind, String rest) {
        var words = rest.split(" +");
        var at = words[words.length - 1];
        return switch (kind) {
            case "every" -> new Every(Duration.parse(rest));
            case "daily" -> new Daily(LocalTime.parse(at));
            case "working-days" -> new OnWorkingDays(LocalTime.parse(at));
            case "working-day-of-month" -> new OnWorkingDayOfMonth(Integer.parseInt(words[0]), LocalTime.parse(at));
            case "weekly" ->
                new Weekly(
                        Arrays.stream(words[0].split(","))
                                .map(DayOfWeek::valueOf)
                                .toList(),
                        LocalTime.parse(at));
            case "cron" -> new Cron(rest);
            default -> throw new IllegalArgumentException("Not a kind of schedule: " + kind);
        };
    }
}
