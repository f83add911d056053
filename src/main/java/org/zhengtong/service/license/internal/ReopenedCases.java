package org.zhengtong.service.license.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseReopened;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseChanged;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.StatusChange;

/** What a reopened case had led to is revoked in the same transaction, and the case can issue another. */
@Component
class ReopenedCases {

    private final LicenseStore licenses;
    private final AuditLog audit;
    private final Texts texts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReopenedCases(LicenseStore licenses, AuditLog audit, Texts texts, Clock clock, ApplicationEventPublisher events) {
        this.licenses = licenses;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void on(CaseReopened reopened) {
        for (var license : licenses.lockUndone(reopened.number(), reopened.undone())) {
            licenses.replace(license.identifier());
            var present = license.statusOn(LocalDate.ofInstant(reopened.at(), clock.getZone()));
            if (LicenseStatus.REVOKED.mayFollow(present)) {
                revoke(license, present, reopened);
            }
        }
    }

    private void revoke(License license, LicenseStatus present, CaseReopened reopened) {
        var why = texts.say(Locale.SIMPLIFIED_CHINESE, "license.reopened", reopened.document());
        var identifier = license.identifier();
        licenses.setStatus(identifier, LicenseStatus.REVOKED);
        licenses.addChange(
                identifier,
                new StatusChange(present, LicenseStatus.REVOKED, why, reopened.byName(), reopened.at()),
                reopened.by());
        audit.record(AuditAction.of(
                        new Actor(Actor.Kind.STAFF, reopened.by().toString(), reopened.byName()),
                        "license.change_status",
                        "license",
                        identifier.value())
                .because(why)
                .with("before", present)
                .with("after", LicenseStatus.REVOKED)
                .with("case", reopened.number()));
        events.publishEvent(new LicenseChanged(identifier, reopened.number()));
    }
}
