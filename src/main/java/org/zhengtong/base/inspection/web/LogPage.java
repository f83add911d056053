package org.zhengtong.base.inspection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.WholeLogCheck;

/** A page of entries with the state of the log; {@code check} is there when somebody asked to recompute it. */
public record LogPage(
        LogSearchForm form,
        List<AuditEntry> entries,
        boolean more,
        @Nullable TreeHead head,
        @Nullable WholeLogCheck check) {

    /** Address of the next page. */
    public @Nullable String next() {
        return more ? "/staff/audit?" + form.query(entries.getLast().id()) : null;
    }

    /** Address of the same entries as a table file. */
    public String export() {
        return "/staff/audit/entries.csv?" + form.query(null);
    }

    /** Address of the form's first page, when this is not it. */
    public @Nullable String first() {
        return form.before() == null || form.before().isBlank() ? null : "/staff/audit?" + form.query(null);
    }
}
