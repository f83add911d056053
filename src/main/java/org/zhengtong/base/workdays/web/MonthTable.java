package org.zhengtong.base.workdays.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhengtong.base.workdays.CalendarDay;

/** A month as weeks from Monday; the first and the last week may be shorter. */
public record MonthTable(YearMonth month, int blanks, List<List<DayCell>> weeks) {

    static List<MonthTable> ofYear(int year, Map<LocalDate, CalendarDay> named, LocalDate today) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> of(YearMonth.of(year, month), named, today))
                .toList();
    }

    private static MonthTable of(YearMonth month, Map<LocalDate, CalendarDay> named, LocalDate today) {
        var weeks = new ArrayList<List<DayCell>>();
        var week = new ArrayList<DayCell>();
        for (int i = 1; i <= month.lengthOfMonth(); i++) {
            var day = month.atDay(i);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            week.add(new DayCell(day, named.get(day), weekend, day.equals(today)));
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                weeks.add(List.copyOf(week));
                week.clear();
            }
        }
        if (!week.isEmpty()) {
            weeks.add(List.copyOf(week));
        }
        return new MonthTable(month, month.atDay(1).getDayOfWeek().getValue() - 1, weeks);
    }

    /** Empty cells before the first day of a week's row. */
    public int blanksBefore(List<DayCell> week) {
        return week.equals(weeks.getFirst()) ? blanks : 0;
    }

    /** Empty cells after the last day of a week's row. */
    public int blanksAfter(List<DayCell> week) {
        return 7 - blanksBefore(week) - week.size();
    }

    /** The month's name as a heading. */
    public String title(Locale locale) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** Heads of the seven columns, short and full. */
    public static List<WeekdayHead> heads(Locale locale) {
        return Stream.of(DayOfWeek.values())
                .map(day -> new WeekdayHead(
                        day.getDisplayName(TextStyle.NARROW, locale), day.getDisplayName(TextStyle.FULL, locale)))
                .toList();
    }

    /** One column's head. */
    public record WeekdayHead(String narrow, String full) {}
}
