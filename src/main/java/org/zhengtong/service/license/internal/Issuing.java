package org.zhengtong.service.license.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.License.Holder;
import org.zhengtong.service.license.LicenseIssued;
import org.zhengtong.service.license.LicenseStatus;
import org.zhengtong.service.license.internal.LicenseWriting.Moment;
import tools.jackson.databind.node.ObjectNode;

/** Issues the licences of a granted case: each once, whatever happens, in one transaction with its audit entry. */
@Component
class Issuing {

    private final LicenseStore licenses;
    private final LicenseNumbers numbers;
    private final LicenseWriting writing;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Issuing(
            LicenseStore licenses,
            LicenseNumbers numbers,
            LicenseWriting writing,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.licenses = licenses;
        this.numbers = numbers;
        this.writing = writing;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * What to issue.
     *
     * @param step of a bundle's lane; empty for the licence of the whole
     */
    record Due(String step, LicenseType type, Department issuer) {}

    License issue(CaseFile file, ObjectNode answers, Due due) {
        return transaction.execute(
                status -> licenses.findByCase(file.number(), due.step()).orElseGet(() -> issueNow(file, answers, due)));
    }

    private License issueNow(CaseFile file, ObjectNode answers, Due due) {
        var type = due.type();
        var issuer = due.issuer();
        var license = written(file, answers, type, issuer);
        if (!licenses.addUnlessIssued(license, due.step(), clock.instant())) {
            return licenses.findByCase(file.number(), due.step()).orElseThrow();
        }
        audit.record(AuditAction.of(
                        Actor.system("license"),
                        "license.issue",
                        "license",
                        license.identifier().value())
                .because(type.law())
                .with("case", file.number())
                .with("issuer", issuer.id()));
        events.publishEvent(new LicenseIssued(
                license.identifier(), file.number(), license.holder().account(), clock.instant()));
        return license;
    }

    /** The day of issue is the day of the decision: 市场主体登记管理条例 第二十一条, the day the enterprise is established. */
    private License written(CaseFile file, ObjectNode answers, LicenseType type, Department issuer) {
        var decidedAt = file.decidedAt() == null ? clock.instant() : file.decidedAt();
        var issuedOn = LocalDate.ofInstant(decidedAt, clock.getZone());
        var validUntil = type.validYears() == null
                ? null
                : issuedOn.plusYears(type.validYears()).minusDays(1);
        var code = holderCode(type, answers, file);
        var holder = new Holder(
                answers.at(type.holder().name()).asString(),
                code,
                Boolean.TRUE.equals(type.holder().person()),
                file.applicant().account());
        return new License(
                numbers.nextIdentifier(type.code(), issuer.creditCode(), issuedOn),
                file.number(),
                type.key(),
                type.title(),
                holder,
                issuer.id(),
                issuer.name(),
                issuedOn,
                issuedOn,
                validUntil,
                LicenseStatus.VALID,
                writing.facts(type, new Moment(answers, code, issuedOn, validUntil)),
                null,
                null);
    }

    private String holderCode(LicenseType type, ObjectNode answers, CaseFile file) {
        var rule = type.holder();
        if (!rule.code().equals(LicenseType.NEW_CREDIT_CODE)) {
            return answers.at(rule.code()).asString();
        }
        var division =
                rule.division() == null ? "" : answers.at(rule.division()).asString();
        CreditCode code = numbers.nextCreditCode(division.isEmpty() ? file.division() : new DivisionCode(division));
        return code.value();
    }
}
