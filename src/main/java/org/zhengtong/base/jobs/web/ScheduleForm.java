package org.zhengtong.base.jobs.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.JobSchedule;

/** What the form of a schedule sends: the kind chosen, and the fields of all kinds. */
public record ScheduleForm(
        @Nullable String kind,
        @Nullable String minutes,
        @Nullable String at,
        @Nullable String nth,
        @Nullable List<DayOfWeek> days,
        @Nullable String cron) {

    /** The kinds there are, in the order of the form. */
    public static final List<String> KINDS =
            List.of("every", "daily", "working-days", "working-day-of-month", "weekly", "cron");

    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,4})?");
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);

    static ScheduleForm of(JobSchedule schedule) {
        var kind = schedule.written().split(" ")[0];
        return switch (schedule) {
            case JobSchedule.Every(var pause) ->
                new ScheduleForm(kind, minutes(pause), "08:30", "1", List.of(), "0 30 8 * * *");
            case JobSchedule.Daily(var at) -> at(kind, at);
            case JobSchedule.OnWorkingDays(var at) -> at(kind, at);
            case JobSchedule.OnWorkingDayOfMonth(var nth, var at) ->
                new ScheduleForm(kind, "10", at.toString(), String.valueOf(nth), List.of(), "0 30 8 * * *");
            case JobSchedule.Weekly(var days, var at) ->
                new ScheduleForm(kind, "10", at.toString(), "1", days, "0 30 8 * * *");
            case JobSchedule.Cron(var expression) -> new ScheduleForm(kind, "10", "08:30", "1", List.of(), expression);
        };
    }

    private static ScheduleForm at(String kind, LocalTime at) {
        return new ScheduleForm(kind, "10", at.toString(), "1", List.of(), "0 30 8 * * *");
    }

    /** Minutes, with a decimal for what is shorter. */
    private static String minutes(Duration pause) {
        return pause.toSeconds() % 60 == 0
                ? String.valueOf(pause.toMinutes())
                : java.math.BigDecimal.valueOf(pause.toSeconds())
                        .divide(java.math.BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** The schedule that the form says; empty when a field that counts is wrong. */
    Optional<JobSchedule> toSchedule() {
        try {
            return Optional.of(read());
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException wrong) {
            return Optional.empty();
        }
    }

    private JobSchedule read() {
        return switch (text(kind)) {
            case "every" -> new JobSchedule.Every(pause());
            case "daily" -> new JobSchedule.Daily(LocalTime.parse(text(at)));
            case "working-days" -> new JobSchedule.OnWorkingDays(LocalTime.parse(text(at)));
            case "working-day-of-month" ->
                new JobSchedule.OnWorkingDayOfMonth(Integer.parseInt(text(nth)), LocalTime.parse(text(at)));
            case "weekly" -> new JobSchedule.Weekly(chosen(), LocalTime.parse(text(at)));
            case "cron" -> new JobSchedule.Cron(text(cron));
            default -> throw new IllegalArgumentException("Not a kind of schedule: " + kind);
        };
    }

    /** The form first: a number such as 1e999999999 takes minutes and gigabytes to be rounded. */
    private Duration pause() {
        if (!MINUTES.matcher(text(minutes)).matches()) {
            throw new IllegalArgumentException("Not a number of minutes: " + minutes);
        }
        var pause = Duration.ofSeconds(new java.math.BigDecimal(text(minutes))
                .multiply(java.math.BigDecimal.valueOf(60))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValueExact());
        if (pause.compareTo(SHORTEST_PAUSE) < 0 || pause.compareTo(Duration.ofDays(31)) > 0) {
            throw new IllegalArgumentException("Not a sensible pause: " + pause);
        }
        return pause;
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    /** The days of the week that are ticked. */
    public List<DayOfWeek> chosen() {
        return Objects.requireNonNullElse(days, List.of());
    }

    /** Key of the sentence that says which field is wrong. */
    String fault() {
        return switch (text(kind)) {
            case "every" -> "jobs.fault.minutes";
            case "weekly" -> chosen().isEmpty() ? "jobs.fault.days" : "jobs.fault.at";
            case "cron" -> "jobs.fault.cron";
            case "daily", "working-days", "working-day-of-month" -> "jobs.fault.at";
            default -> "jobs.fault.kind";
        };
    }

    /** The field that the fault stands beside. */
    public static String field(String fault) {
        return switch (fault) {
            case "jobs.fault.minutes" -> "minutes";
            case "jobs.fault.days" -> "day-MONDAY";
            case "jobs.fault.at" -> "at";
            case "jobs.fault.cron", "jobs.fault.never" -> "cron";
            default -> "kind-every";
        };
    }
}
