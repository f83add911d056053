package org.zhengtong.base.schema;

import java.util.List;

/** What changed between two versions of a form, in words. */
public record FormDiff(List<Change> changes) {
    public FormDiff {
        changes = List.copyOf(changes);
    }

    /** One change; {@code page} is the key of the page (of the new form, of the old one when it is gone). */
    public record Change(Kind kind, String page, String pointer, Words text) {}

    /** What kind of change. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        RULES_CHANGED
    }
}
