package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.Locale;

/** Due dates in words, for people. */
public interface DueDateWords {

    /**
     * The arithmetic in whole sentences: event, limit, what did not count, last day.
     *
     * @param eventKey text key of the event, such as {@code workdays.event.accepted} (受理)
     */
    String explain(DueDateExplanation explanation, String eventKey, Locale locale);

    /** One line for lists and heads: the last day and how much is left, or by how much it is late. */
    String summary(DueDate due, LocalDate today, Locale locale);

    /** What is written below a day of the ruler. */
    String label(RulerDay day, Locale locale);
}
