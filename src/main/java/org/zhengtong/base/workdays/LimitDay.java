package org.zhengtong.base.workdays;

import java.time.LocalDate;

/**
 * One day on the way of a limit.
 *
 * @param number of the counted day, from 1; of the late working day for {@link LimitDayKind#LATE}; else 0
 * @param name of the holiday the calendar gives for this day; empty when the day follows the week
 * @param makeUp whether a weekend day is worked (调休上班)
 */
public record LimitDay(LocalDate day, LimitDayKind kind, boolean today, int number, String name, boolean makeUp) {}
