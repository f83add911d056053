package org.zhengtong.data.catalog.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.catalog.ResourceCode;

/** Writes each act down twice: in the log, and in the history that stands on the resource's page. */
@Component
class Acts {
    private final AuditLog audit;
    private final DraftStore history;
    private final Clock clock;

    Acts(AuditLog audit, DraftStore history, Clock clock) {
        this.audit = audit;
        this.history = history;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** An act on a resource; the event is {@code catalog.<verb>}. */
    void note(String event, ResourceCode code, int version, String note, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), event, "resource", code.value())
                .because(note.isEmpty() ? null : note)
                .with("version", version));
        history.tell(code, event.substring(event.indexOf('.') + 1), version, by.name(), note, now());
    }

    /** An act on a draft without a code. */
    void record(String event, String draft, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), event, "catalog-draft", draft));
    }
}
