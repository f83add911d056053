package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;

/**
 * How a due date came about, as seen today.
 *
 * @param days every day from the event to the due date, or to today when that is later and matters
 * @param restDays days off between event and due date that did not count
 * @param stoppedDays days that would have counted but for a stop
 * @param rolledDays days the end was moved because it fell on days off
 * @param unknownYears years on the way without an arrangement in the calendar, counted by the plain week
 */
public record DueDateExplanation(
        DueDate due,
        LocalDate today,
        List<LimitDay> days,
        int restDays,
        int stoppedDays,
        int rolledDays,
        List<Integer> unknownYears) {
    public DueDateExplanation {
        days = List.copyOf(days);
        unknownYears = List.copyOf(unknownYears);
    }
}
