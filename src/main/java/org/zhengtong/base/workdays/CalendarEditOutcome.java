package org.zhengtong.base.workdays;

import java.time.LocalDate;
import java.util.List;

/** What became of a change of the calendar. */
public sealed interface CalendarEditOutcome {

    /** Done; these days changed. */
    record Changed(long editId, List<LocalDate> days) implements CalendarEditOutcome {
        public Changed {
            days = List.copyOf(days);
        }
    }

    /** The days were so already. */
    record NothingToChange() implements CalendarEditOutcome {}

    /** The edit cannot be set back: it was set back already, or a later edit changed this day. */
    record Overtaken(LocalDate day) implements CalendarEditOutcome {}
}
