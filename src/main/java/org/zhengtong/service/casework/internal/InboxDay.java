package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;

/** What an inbox needs besides its search: which day it is, and the log for exports. */
@Component
class InboxDay {

    private final Clock clock;
    private final AuditLog audit;

    InboxDay(Clock clock, AuditLog audit) {
        this.clock = clock;
        this.audit = audit;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void record(AuditAction action) {
        audit.record(action);
    }
}
