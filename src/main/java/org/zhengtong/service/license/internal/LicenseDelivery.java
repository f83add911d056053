package org.zhengtong.service.license.internal;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditOrigin;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Channel;

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
    void deliver(CaseNumber number, String licenseType) {
        TURNS.acquireUninterruptibly();
        try (var origin = AuditOrigin.bind("license.delivery")) {
            deliverNow(number, licenseType);
        } finally {
            TURNS.release();
        }
    }

    /** What holds the result back, such as a fee, asks again when it is gone. */
    private void deliverNow(CaseNumber number, String licenseType) {
        if (cases.deliveryHeldBack(number)) {
            return;
        }
        var file = reading.requireFile(number);
        var type = types.require(licenseType);
        var issuer = departments.require(file.leadDepartment());
        var license = issuing.issue(file, reading.requireAnswers(number), type, issuer);
        if (license.file() == null) {
            archive.keepPdf(license, sheets.pdf(license, type, issuer));
        }
        if (license.ofd() == null) {
            sheets.ofd(license, type, issuer).ifPresent(sheet -> archive.keepOfd(license, sheet));
        }
        cases.deliver(number, new Cases.Delivery(license.identifier().value(), Channel.ONLINE, null));
    }
}
