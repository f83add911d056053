package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;

/** Days became working days or days off; due dates around them must be computed anew. Sent after commit. */
public record CalendarChanged(List<LocalDate> days) {
    public CalendarChanged {
        days = List.copyOf(days);
    }
}
