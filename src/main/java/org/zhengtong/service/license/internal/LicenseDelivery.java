package org.zhengtong.service.license.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditOrigin;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.license.License;
import tools.jackson.databind.node.ObjectNode;

/**
 * From a granted case to the licence in the applicant's hands: issue, print and seal, store, tell the case. Each step
 * looks whether it was done already, so the whole may be repeated after a crash at any point.
 */
@Component
class LicenseDelivery {

    /** Drawing and sealing keep a processor busy: more at once only make each slower. */
    private static final Semaphore TURNS =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private final CaseReading reading;
    private final Cases cases;
    private final LicenseTypeStore types;
    private final Departments departments;
    private final Issuing issuing;
    private final SealedSheets sheets;
    private final SheetArchive archive;

    LicenseDelivery(
            CaseReading reading,
            Cases cases,
            LicenseTypeStore types,
            Departments departments,
            Issuing issuing,
            SealedSheets sheets,
            SheetArchive archive) {
        this.reading = reading;
        this.cases = cases;
        this.types = types;
        this.departments = departments;
        this.issuing = issuing;
        this.sheets = sheets;
        this.archive = archive;
    }

    /** Waits for its turn before it takes a connection: a backlog of sheets must leave some to everybody else. */
    void deliver(CaseNumber number, @Nullable String licenseType) {
        TURNS.acquireUninterruptibly();
        try (var origin = AuditOrigin.bind("license.delivery")) {
            deliverNow(number, licenseType);
        } finally {
            TURNS.release();
        }
    }

    /**
     * All licences of a case first, then one delivery: a bundle's results reach the applicant together. What holds the result
     * back, such as a fee, asks again when it is gone.
     */
    private void deliverNow(CaseNumber number, @Nullable String licenseType) {
        if (cases.deliveryHeldBack(number)) {
            return;
        }
        var file = reading.requireFile(number);
        if (file.state() != CaseState.GRANTED && file.state() != CaseState.DELIVERED) {
            // reopened meanwhile
            return;
        }
        var answers = reading.requireAnswers(number);
        var issued = due(file, licenseType).stream()
                .map(due -> issued(file, answers, due))
                .toList();
        cases.deliver(number, new Cases.Delivery(issued.getFirst().identifier().value(), Channel.ONLINE, null));
    }

    private List<Issuing.Due> due(CaseFile file, @Nullable String licenseType) {
        var due = new ArrayList<Issuing.Due>();
        if (licenseType != null) {
            due.add(new Issuing.Due("", types.require(licenseType), departments.require(file.leadDepartment())));
        }
        for (var result : reading.requireResults(file.number())) {
            if (result.license() != null) {
                due.add(new Issuing.Due(
                        result.step(), types.require(result.license()), departments.require(result.department())));
            }
        }
        return due;
    }

    private License issued(CaseFile file, ObjectNode answers, Issuing.Due due) {
        var license = issuing.issue(file, answers, due);
        if (license.file() == null) {
            archive.keepPdf(license, sheets.pdf(license, due.type(), due.issuer()));
        }
        if (license.ofd() == null) {
            sheets.ofd(license, due.type(), due.issuer()).ifPresent(sheet -> archive.keepOfd(license, sheet));
        }
        return license;
    }
}
