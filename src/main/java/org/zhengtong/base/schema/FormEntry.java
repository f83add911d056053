package org.zhengtong.base.schema;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page as read: all answers of the draft with this page put in, ready to be saved whatever they are, so that
 * nothing typed is lost.
 *
 * @param refused uploads that were not taken
 * @param rows which rows of long tables to show next
 */
public record FormEntry(ObjectNode answers, Step step, List<Violation> refused, RowWindows rows) {
    public FormEntry {
        refused = List.copyOf(refused);
    }

    /** What the person wants next. */
    public enum Step {
        /** Check this page, then go on. */
        FORWARD,
        /** Save as it is and go back to the task list; no check. */
        SAVE,
        /** Show the page again: a row was added or removed, a file dropped, or an answer opened new questions. */
        STAY
    }
}
