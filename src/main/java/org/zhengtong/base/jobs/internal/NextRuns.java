package org.zhengtong.base.jobs.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.workdays.WorkingCalendar;

/** When a schedule comes next. */
final class NextRuns {

    /** Golden weeks are eight days; a year without a fitting day has none. */
    private static final int MOST_DAYS = 366;

    private static final int MOST_MONTHS = 13;

    private final WorkingCalendar calendar;
    private final ZoneId zone;

    NextRuns(WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** The first moment after this one; empty when the schedule never comes. */
    Optional<Instant> after(Instant moment, JobSchedule schedule) {
        var from = moment.atZone(zone);
        return switch (schedule) {
            case JobSchedule.Every every -> Optional.of(moment.plus(every.pause()));
            case JobSchedule.Daily daily -> firstDay(from, daily.at(), _ -> true);
            case JobSchedule.OnWorkingDays days -> firstDay(from, days.at(), calendar::isWorkingDay);
            case JobSchedule.Weekly weekly ->
                firstDay(from, weekly.at(), day -> weekly.days().contains(day.getDayOfWeek()));
            case JobSchedule.OnWorkingDayOfMonth day -> firstMonth(from, day);
            case JobSchedule.Cron cron ->
                Optional.ofNullable(CronExpression.parse(cron.expression()).next(from))
                        .map(ZonedDateTime::toInstant);
        };
    }

    List<Instant> after(Instant moment, JobSchedule schedule, int most) {
        var found = new ArrayList<Instant>();
        var next = after(moment, schedule);
        while (next.isPresent() && found.size() < most) {
            found.add(next.get());
            next = after(next.get(), schedule);
        }
        return found;
    }

    private Optional<Instant> firstDay(ZonedDateTime from, LocalTime at, Predicate<LocalDate> fits) {
        return IntStream.rangeClosed(0, MOST_DAYS)
                .mapToObj(from.toLocalDate()::plusDays)
                .filter(fits)
                .map(day -> day.atTime(at).atZone(zone))
                .filter(run -> run.isAfter(from))
                .map(ZonedDateTime::toInstant)
                .findFirst();
    }

    private Optional<Instant> firstMonth(ZonedDateTime from, JobSchedule.OnWorkingDayOfMonth schedule) {
        return IntStream.range(0, MOST_MONTHS)
                .mapToObj(YearMonth.from(from)::plusMonths)
                .flatMap(month -> dayOf(month, schedule.nth()))
                .map(day -> day.atTime(schedule.at()).atZone(zone))
                .filter(run -> run.isAfter(from))
                .map(ZonedDateTime::toInstant)
                .findFirst();
    }

    private Stream<LocalDate> dayOf(YearMonth month, int nth) {
        var days = month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .filter(calendar::isWorkingDay)
                .toList();
        var index = nth < 0 ? days.size() + nth : nth - 1;
        return index < 0 || index >= days.size() ? Stream.empty() : Stream.of(days.get(index));
    }
}
