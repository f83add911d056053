package org.zhengtong.base.workdays.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;

/** One day in a month's table; {@code entry} is what the calendar names it. */
public record DayCell(LocalDate day, @Nullable CalendarDay entry, boolean weekend, boolean today) {

    /** Class of the cell: named days off, named working days, plain weekends. */
    public @Nullable String cssClass() {
        if (entry != null) {
            return entry.kind() == CalendarDayKind.OFF ? "calendar-off" : "calendar-work";
        }
        return weekend ? "calendar-weekend" : null;
    }

    /** Text key of the mark in the cell; null when the day follows the week. */
    public @Nullable String markKey() {
        return entry == null ? null : "workdays.mark." + entry.kind();
    }
}
