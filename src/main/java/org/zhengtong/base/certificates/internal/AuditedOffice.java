package org.zhengtong.base.certificates.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.certificates.CertificateOffice;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.StateOutcome;

/** Asks for the right, lets the register act and records what was done. */
@Component
class AuditedOffice implements CertificateOffice {

    private final Certificates certificates;
    private final Permissions permissions;
    private final AuditLog audit;

    AuditedOffice(Certificates certificates, Permissions permissions, AuditLog audit) {
        this.certificates = certificates;
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override
    @Transactional
    public IssueOutcome issue(CertificateRequest request, CurrentUser by) {
        permissions.require(by, MANAGE_CERTIFICATE);
        return issued(certificates.issue(request), "certificates.issue", by);
    }

    @Override
    @Transactional
    public IssueOutcome renew(CertificateSerial serial, String pkcs10, CurrentUser by) {
        permissions.require(by, MANAGE_CERTIFICATE);
        var outcome = pkcs10.isBlank() ? certificates.renew(serial) : certificates.renew(serial, pkcs10);
        return issued(outcome, "certificates.renew", by);
    }

    private IssueOutcome issued(IssueOutcome outcome, String event, CurrentUser by) {
        if (outcome instanceof IssueOutcome.Issued issued) {
            var fresh = issued.certificate();
            audit.record(about(fresh, event, by)
                    .with("until", fresh.expiresAt())
                    .with(
                            "renews",
                            fresh.renews() == null ? null : fresh.renews().value()));
        }
        return outcome;
    }

    @Override
    @Transactional
    public StateOutcome suspend(CertificateSerial serial, String why, CurrentUser by) {
        permissions.require(by, MANAGE_CERTIFICATE);
        return decided(certificates.suspend(serial, why), "certificates.suspend", by);
    }

    @Override
    @Transactional
    public StateOutcome restore(CertificateSerial serial, String why, CurrentUser by) {
        permissions.require(by, MANAGE_CERTIFICATE);
        return decided(certificates.restore(serial, why), "certificates.restore", by);
    }

    @Override
    @Transactional
    public StateOutcome revoke(CertificateSerial serial, RevocationReason reason, String why, CurrentUser by) {
        permissions.require(by, MANAGE_CERTIFICATE);
        return decided(certificates.revoke(serial, reason, why), "certificates.revoke", by);
    }

    private StateOutcome decided(StateOutcome outcome, String event, CurrentUser by) {
        if (outcome instanceof StateOutcome.Changed(var changed)) {
            audit.record(about(changed, event, by).because(changed.why()).with("reason", changed.reason()));
        }
        return outcome;
    }

    private static AuditAction about(Certificate certificate, String event, CurrentUser by) {
        return AuditAction.of(
                        by.actor(), event, "certificate", certificate.serial().value())
                .with("holder", certificate.holder().reference())
                .with("kind", certificate.holder().kind());
    }
}
