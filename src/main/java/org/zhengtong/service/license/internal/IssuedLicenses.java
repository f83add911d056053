package org.zhengtong.service.license.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.LicenseIdentifier;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.license.ChangeOutcome;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.LicenseChanged;
import org.zhengtong.service.license.LicenseProblem;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.Licenses;
import org.zhengtong.service.license.StatusChange;

/** Reads licences and changes their status. */
@Component
class IssuedLicenses implements Licenses {

    private static final String REVOKE_LICENSE = "license.revoke_license";
    private static final int SHORTEST_REASON = 10;

    private final LicenseStore licenses;
    private final LicenseSearch search;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IssuedLicenses(
            LicenseStore licenses,
            LicenseSearch search,
            Permissions permissions,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.licenses = licenses;
        this.search = search;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Optional<License> find(LicenseIdentifier identifier) {
        return licenses.find(identifier);
    }

    @Override
    public List<License> ofCase(CaseNumber number) {
        return licenses.ofCase(number);
    }

    @Override
    public List<License> heldBy(AccountId holder) {
        return licenses.heldBy(holder);
    }

    @Override
    public List<License> search(String text) {
        return search.find(text.strip());
    }

    @Override
    public List<StatusChange> changes(LicenseIdentifier identifier) {
        return licenses.changes(identifier);
    }

    @Override
    @Transactional
    public ChangeOutcome change(LicenseIdentifier identifier, LicenseStatus status, String reason, CurrentUser by) {
        var license = licenses.lock(identifier)
                .orElseThrow(() -> new ProblemException(LicenseProblem.LICENSE_NOT_FOUND, identifier));
        permissions.require(by, REVOKE_LICENSE, license.issuer());
        var at = clock.instant();
        var present = license.statusOn(LocalDate.ofInstant(at, clock.getZone()));
        if (!status.mayFollow(present)) {
            return new ChangeOutcome.NotPossible(present);
        }
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON) {
            return new ChangeOutcome.ReasonTooShort(why.length(), SHORTEST_REASON);
        }
        licenses.setStatus(identifier, status);
        licenses.addChange(identifier, new StatusChange(present, status, why, by.name(), at), by.id());
        audit.record(AuditAction.of(
                        new Actor(Actor.Kind.STAFF, by.id().toString(), by.name()),
                        "license.change_status",
                        "license",
                        identifier.value())
                .because(why)
                .with("before", present)
                .with("after", status));
        events.publishEvent(new LicenseChanged(identifier, license.caseNumber()));
        return new ChangeOutcome.Changed(status);
    }
}
