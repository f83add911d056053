package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days to be marked, from first to last, with the holiday's name and the reason. */
public record CalendarMark(LocalDate firstOn, LocalDate lastOn, CalendarDayKind kind, String name, String reason) {
    /** Longest stretch marked at once. */
    public static final int LONGEST = 31;

    public CalendarMark {
        if (lastOn.isBefore(firstOn) || ChronoUnit.DAYS.between(firstOn, lastOn) >= LONGEST) {
            throw new IllegalArgumentException("Not a stretch of days: " + firstOn + " to " + lastOn);
        }
        if (name.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("A marked day needs a name and a reason");
        }
    }
}
