package org.zhengtong.base.workdays;

import java.time.LocalDate;

/**
 * A day that does not follow the week, or is confirmed by a notice.
 *
 * @param name of the holiday it belongs to (国庆节)
 * @param source address of the notice, or the reason of an edit
 */
public record CalendarDay(LocalDate day, CalendarDayKind kind, String name, String source) {}
