package org.zhengtong.service.supervision;

import java.time.Instant;
import org.zhengtong.base.audit.EntryId;

/** One step in the life of a card, with its entry in the audit log. */
public record CardEvent(Kind kind, String actorName, String reason, Instant at, EntryId entry) {

    /** What was done. */
    public enum Kind {
        ISSUED,
        URGED,
        APPEALED,
        UPHELD,
        WITHDRAWN,
        RESTORED,
        REPLACED
    }
}
