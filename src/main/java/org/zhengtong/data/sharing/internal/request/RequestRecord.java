package org.zhengtong.data.sharing.internal.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.data.sharing.Requests.Event;
import org.zhengtong.data.sharing.SharingRequest;

/** Writes down what happens to requests: in their own history, and in the audit log. */
@Component
class RequestRecord {

    private final RequestStore store;
    private final AuditLog audit;
    private final Departments departments;
    private final Clock clock;

    RequestRecord(RequestStore store, AuditLog audit, Departments departments, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.departments = departments;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** One step; the audit word follows from its kind. */
    void note(String kind, SharingRequest request, String words, CurrentUser by) {
        var department = by.department() == null
                ? ""
                : departments
                        .find(by.department())
                        .map(each -> each.shortName())
                        .orElse("");
        store.addEvent(request.id(), new Event(kind, by.name(), department, words, now()));
        audit.record(AuditAction.of(
                        by.actor(),
                        "sharing." + kind.toLowerCase(java.util.Locale.ROOT),
                        "sharing-request",
                        request.number().value())
                .because(words.isEmpty() ? null : words)
                .with("resource", request.resource()));
    }
}
