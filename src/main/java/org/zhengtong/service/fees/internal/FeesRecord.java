package org.zhengtong.service.fees.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.service.fees.Bill;

/** What each action leaves behind: an entry in the log, and a message to the payer. */
@Component
class FeesRecord {

    static final Actor PLATFORM = Actor.system("fees");

    private final AuditLog audit;
    private final Notices notices;

    FeesRecord(AuditLog audit, Notices notices) {
        this.audit = audit;
        this.notices = notices;
    }

    AuditAction about(Bill bill, String event, Actor by) {
        return AuditAction.of(by, event, "bill", bill.number().value())
                .with("case", bill.caseNumber())
                .with("fen", bill.amount().fen());
    }

    void write(AuditAction action) {
        audit.record(action);
    }

    void tell(Bill bill, String template) {
        var payer = bill.payer();
        if (payer != null) {
            notices.send(Notice.to(
                            payer,
                            template,
                            bill.number(),
                            bill.itemName(),
                            bill.amount().yuan())
                    .linking("/bills/" + bill.number()));
        }
    }
}
