package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.ui.RulerDay;

/** Due dates in words and on the ruler, for people, in Chinese or English. */
public interface DueDateWords {

    /** The arithmetic in whole sentences: event, limit, what did not count, last day. */
    String explain(DueDateExplanation explanation, ClockEvent event, TimeLimitKind kind, Locale locale);

    /** One line for lists and heads: the last day and how much is left, or by how much it is late. */
    String summary(DueDate due, LocalDate today, Locale locale);

    /** The limit itself: 3 个工作日. */
    String limit(TimeLimit limit, Locale locale);

    /** The days for the ruler template (工期尺); long stretches in the middle are folded into one. */
    List<RulerDay> ruler(DueDateExplanation explanation, ClockEvent event, Locale locale);
}
