package org.zhengtong.base.establishment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.OrganizationHistory.Change;

/**
 * Changes of the organization, the latest first.
 *
 * @param names what subjects are called
 * @param done text key of what was just done; empty for nothing
 * @param undo the change that can be set back beside it
 */
public record ChangesPage(
        String kind,
        String subject,
        List<Change> changes,
        Map<String, String> names,
        @Nullable String next,
        boolean paging,
        String done,
        @Nullable Long undo) {

    /** The kinds that the list can be narrowed to. */
    public static final List<String> KINDS =
            List.of("EDIT", "IMPORT", "RENAME", "MERGE", "SPLIT", "CLOSE", "MOVE", "LEAVE", "UNDO");

    /** What a subject is called; its key when it is gone. */
    public String name(String subject) {
        return names.getOrDefault(subject, subject.substring(subject.indexOf(':') + 1));
    }

    /** How a change's state is drawn. */
    public static String drawn(Change change) {
        return switch (change.state()) {
            case PLANNED -> change.blockedBy() == null ? "soon" : "overdue";
            case IN_FORCE -> "done";
            case UNDONE, CANCELED -> "doing";
        };
    }
}
