package org.zhengtong.base.workdays;

import java.util.List;
import org.zhengtong.base.audit.Actor;

/** Changing the calendar by hand, each change with its reason and undoable. */
public interface CalendarEditing {

    /** Marks days as off or working; days that are so already stay untouched. Tells {@link CalendarChanged}. */
    CalendarEditOutcome mark(CalendarMark mark, Actor by);

    /** Sets back the days of one edit, unless a later edit changed one of them. Tells {@link CalendarChanged}. */
    CalendarEditOutcome undo(long editId, Actor by);

    /** The edits that touch a year, newest first. */
    List<CalendarEdit> editsOf(int year);
}
