package org.zhengtong.base.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.organization.OrganizationChanged;

/** Tells of changes: the log, and everybody who keeps the organization in memory. */
@Component
class ChangeNotice {
    private static final int NAMED = 20;

    private final AuditLog audit;
    private final DepartmentStore versions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeNotice(AuditLog audit, DepartmentStore versions, ApplicationEventPublisher events, Clock clock) {
        this.audit = audit;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** The version that readers see. */
    long version() {
        return versions.version();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Everything that is remembered of the organization is old now. */
    void changed() {
        versions.renewVersion();
        events.publishEvent(new OrganizationChanged(clock.instant()));
    }

    void record(Actor by, String event, long change, String reason, List<String> subjects) {
        audit.record(AuditAction.of(by, "organization." + event, "organization-change", Long.toString(change))
                .because(reason.isEmpty() ? null : reason)
                .with("touched", subjects.size())
                .with(
                        "subjects",
                        String.join(" ", subjects.stream().limit(NAMED).toList())));
    }
}
