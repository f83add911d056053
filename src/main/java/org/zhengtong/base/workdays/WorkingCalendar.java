package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;

/**
 * The working-day calendar and the arithmetic of time limits. Held in memory: every question here is answered without
 * the database, so ask as often as needed.
 */
public interface WorkingCalendar {

    /** Whether offices work on this day; days the calendar does not name follow the week. */
    boolean isWorkingDay(LocalDate day);

    /** Whether the State Council's arrangement for this year is in the calendar; if not, its days follow the week. */
    boolean knowsYear(int year);

    /**
     * The last day of a limit (行政许可法 第八十二条; 民法典 第二百零一条、第二百零三条).
     *
     * <p>The day of the event does not count. Stopped days do not count. A limit in calendar days that ends on a day
     * off ends on the next working day. A limit of 0 ends on the day of the event, or the next working day.
     *
     * @param stops in any order, may overlap; days up to and including {@code eventOn} are ignored
     */
    DueDate due(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops);

    /** The same without stops. */
    default DueDate due(LocalDate eventOn, TimeLimit limit) {
        return due(eventOn, limit, List.of());
    }

    /**
     * Working days after {@code from} up to and including {@code to}; when {@code to} lies before {@code from}, minus
     * the working days from {@code to} up to but not including {@code from}.
     */
    int workingDaysBetween(LocalDate from, LocalDate to);

    /** The n-th working day after the day, or before it when {@code amount} is negative; 0 gives the day itself. */
    LocalDate addWorkingDays(LocalDate day, int amount);

    /** Working days by which today is past the due date; 0 on or before it and on the days off right after it. */
    int overdueDays(LocalDate dueOn, LocalDate today);

    /** How a due date came about, day by day, as seen on a given day. */
    DueDateExplanation explain(DueDate due, LocalDate today);

    /** The days the calendar names in one year, in order. */
    List<CalendarDay> daysOf(int year);

    /**
     * Takes days in from a pack or a file, in one transaction. Days edited by hand on screen are kept as they are.
     * Tells {@link CalendarChanged} when anything changed.
     */
    CalendarImport importDays(List<CalendarDay> days);
}
