package org.zhengtong.data.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/**
 * What is being compiled, filed or reviewed (目录编制).
 *
 * @param code null until it is filed for the first time
 * @param baseVersion version that it changes; 0 for a new resource
 * @param revision grows with every saving; what a form was made from
 * @param filed by whom and when it was filed; null while it is written
 */
public record CatalogDraft(
        long id,
        @Nullable ResourceCode code,
        DepartmentId department,
        State state,
        Purpose purpose,
        int baseVersion,
        int revision,
        ResourceMetadata metadata,
        String reason,
        String editedBy,
        Instant editedAt,
        @Nullable Filing filed,
        String reviewNote) {

    /** Where a draft stands. */
    public enum State {
        /** Being written. */
        DRAFT,
        /** Waits for its review. */
        FILED,
        /** Sent back with a note. */
        RETURNED,
        /** Reviewed, waits to be published. */
        APPROVED
    }

    /** What it is to become. */
    public enum Purpose {
        PUBLICATION,
        RETIREMENT
    }

    /** By whom, when, and until when it must be reviewed. */
    public record Filing(AccountId account, String by, Instant at, LocalDate dueOn) {}

    /** Whether its department may change it now. */
    public boolean editable() {
        return purpose == Purpose.PUBLICATION && (state == State.DRAFT || state == State.RETURNED);
    }
}
