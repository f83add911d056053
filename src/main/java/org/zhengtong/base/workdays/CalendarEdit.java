package org.zhengtong.base.workdays;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of the calendar by hand.
 *
 * @param undoes the edit this one set back
 * @param undone whether a later edit set this one back
 */
public record CalendarEdit(
        long id,
        List<LocalDate> days,
        @Nullable CalendarDayKind kind,
        String name,
        String reason,
        String editedBy,
        Instant editedAt,
        @Nullable Long undoes,
        boolean undone) {
    public CalendarEdit {
        days = List.copyOf(days);
    }
}
