package org.zhengtong.base.workdays.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.WorkdaysProblem;
import org.zhengtong.base.workdays.WorkingCalendar;

/** A year of the calendar as both pages show it; neighbours are linked when the calendar knows them. */
public record YearPage(
        int year,
        boolean known,
        List<MonthTable> months,
        List<HolidayLine> holidays,
        int workingDays,
        @Nullable Integer previous,
        @Nullable Integer next,
        @Nullable String source) {
    private static final int EARLIEST = 1949;
    private static final int LATEST = 2149;

    static YearPage of(WorkingCalendar calendar, int year, LocalDate today) {
        if (year < EARLIEST || year > LATEST) {
            throw new ProblemException(WorkdaysProblem.YEAR_OUT_OF_RANGE, String.valueOf(year));
        }
        var days = calendar.daysOf(year);
        var named = days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        var beforeFirst = LocalDate.of(year - 1, 12, 31);
        return new YearPage(
                year,
                calendar.knowsYear(year),
                MonthTable.ofYear(year, named, today),
                HolidayLine.of(days),
                calendar.workingDaysBetween(beforeFirst, LocalDate.of(year, 12, 31)),
                calendar.knowsYear(year - 1) ? year - 1 : null,
                calendar.knowsYear(year + 1) ? year + 1 : null,
                days.stream()
                        .map(CalendarDay::source)
                        .filter(source -> source.startsWith("http"))
                        .findFirst()
                        .orElse(null));
    }

    /** The year without the space that numbers get at every third digit. */
    public String yearText() {
        return String.valueOf(year);
    }
}
