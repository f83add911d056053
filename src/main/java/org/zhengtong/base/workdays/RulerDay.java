package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;

/** One day of the ruler: how it is drawn and what is written below it (text key and arguments). */
public record RulerDay(LocalDate day, RulerDayKind kind, boolean today, String labelKey, List<Object> labelArgs) {
    public RulerDay {
        labelArgs = List.copyOf(labelArgs);
    }
}
