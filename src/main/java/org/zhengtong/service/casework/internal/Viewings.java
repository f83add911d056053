package org.zhengtong.service.casework.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;

/** Records who looked at a case, in the transaction that reads it: no page is shown that nobody would know of (ADR 25). */
@Component
class Viewings {

    static final String EVENT = "casework.view";

    private final AuditLog audit;

    Viewings(AuditLog audit) {
        this.audit = audit;
    }

    /** Somebody of the staff opened the case: to handle it, or to watch over how it is handled. */
    void viewed(LoadedCase loaded, CurrentUser by) {
        var department = by.department();
        var handling =
                loaded.tasks().stream().anyMatch(task -> task.department().equals(department));
        audit.record(CaseActions.record(Doer.of(by), EVENT, loaded)
                .with("department", department == null ? null : department.value())
                .with("purpose", handling ? "handling" : "oversight"));
    }
}
