package org.zhengtong.base.inspection.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;

/** The log holds personal data too: looking for somebody in it, and taking it away, is itself recorded. */
@Component
class LogAccess {

    private final AuditLog audit;

    LogAccess(AuditLog audit) {
        this.audit = audit;
    }

    /** Turning the pages of the whole log is no search. */
    void searched(CurrentUser user, LogSearchForm form) {
        var wanted = form.query(null);
        if (!wanted.isEmpty() && form.before() == null) {
            record(user, "inspection.search", wanted);
        }
    }

    void exported(CurrentUser user, String what) {
        record(user, "inspection.export", what);
    }

    private void record(CurrentUser user, String event, String wanted) {
        audit.record(AuditAction.of(user.actor(), event, "log", "audit").with("search", wanted));
    }
}
