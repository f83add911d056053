package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarImport;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;

/** A calendar on a given index, without a database. */
record FixedCalendar(WorkingDayIndex index) implements WorkingCalendar {

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return index.isWorking(day.toEpochDay());
    }

    @Override
    public boolean knowsYear(int year) {
        return index.knowsYear(year);
    }

    @Override
    public DueDate due(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops) {
        return new LimitArithmetic(index).due(eventOn, limit, stops);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return new WorkingDayCount(index).between(from, to);
    }

    @Override
    public LocalDate addWorkingDays(LocalDate day, int amount) {
        return new WorkingDayCount(index).add(day, amount);
    }

    @Override
    public int overdueDays(LocalDate dueOn, LocalDate today) {
        return Math.max(0, workingDaysBetween(dueOn, today));
    }

    @Override
    public DueDateExplanation explain(DueDate due, LocalDate today) {
        return LimitExplanation.of(index, due, today);
    }

    @Override
    public List<CalendarDay> daysOf(int year) {
        return index.daysOf(year);
    }

    @Override
    public CalendarImport importDays(List<CalendarDay> days) {
        throw new UnsupportedOperationException("The calendar is fixed");
    }
}
