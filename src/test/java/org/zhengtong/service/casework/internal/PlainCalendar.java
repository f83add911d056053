package org.zhengtong.service.casework.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarImport;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;
import org.zhengtong.base.workdays.WorkingCalendar;

/** A calendar that knows weekends and nothing else, day by day. */
final class PlainCalendar implements WorkingCalendar {

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    @Override
    public boolean knowsYear(int year) {
        return true;
    }

    @Override
    public DueDate due(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops) {
        var day = eventOn;
        var left = limit.amount();
        while (left > 0 || !isWorkingDay(day) || (day.isAfter(eventOn) && stopped(day, stops))) {
            day = day.plusDays(1);
            var on = day;
            if (stops.stream().anyMatch(stop -> stop.until() == null && !on.isBefore(stop.from()))) {
                return new DueDate(eventOn, limit, stops, null, left);
            }
            if (!stopped(day, stops) && (limit.unit() == TimeLimitUnit.CALENDAR_DAYS || isWorkingDay(day))) {
                left--;
            }
        }
        return new DueDate(eventOn, limit, stops, day, 0);
    }

    private static boolean stopped(LocalDate day, List<ClockStop> stops) {
        return stops.stream()
                .anyMatch(stop -> !day.isBefore(stop.from()) && (stop.until() == null || day.isBefore(stop.until())));
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to.minusDays(1), from.minusDays(1));
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    @Override
    public LocalDate addWorkingDays(LocalDate day, int amount) {
        var found = day;
        for (var left = amount; left > 0; ) {
            found = found.plusDays(1);
            left -= isWorkingDay(found) ? 1 : 0;
        }
        return found;
    }

    @Override
    public int overdueDays(LocalDate dueOn, LocalDate today) {
        return Math.max(0, workingDaysBetween(dueOn, today));
    }

    @Override
    public DueDateExplanation explain(DueDate due, LocalDate today) {
        throw new UnsupportedOperationException("Nobody reads it here");
    }

    @Override
    public List<CalendarDay> daysOf(int year) {
        return List.of();
    }

    @Override
    public CalendarImport importDays(List<CalendarDay> days) {
        throw new UnsupportedOperationException("Nobody changes it here");
    }
}
