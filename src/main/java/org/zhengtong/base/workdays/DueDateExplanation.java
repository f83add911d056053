package org.zhengtong.base.workdays;

import java.util.List;

/**
 * How a due date came about.
 *
 * @param days every day from the event to the due date, to today when overdue, for the ruler (工期尺)
 * @param restDays weekend days and holidays between event and due date that did not count
 * @param stoppedDays days that would have counted but for a stop
 * @param unknownYears years on the way without an arrangement in the calendar, counted by the plain week
 * @param rolledDays days the end was moved because it fell on days off
 */
public record DueDateExplanation(
        DueDate due,
        List<RulerDay> days,
        int restDays,
        int stoppedDays,
        int rolledDays,
        List<Integer> unknownYears,
        int overdueDays) {
    public DueDateExplanation {
        days = List.copyOf(days);
        unknownYears = List.copyOf(unknownYears);
    }
}
