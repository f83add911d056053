package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.service.casework.CaseAccepted;
import org.zhengtong.service.casework.CaseClosed;
import org.zhengtong.service.casework.CaseDecided;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.FeeStage;

/**
 * Makes the bill within the very transaction that accepts or grants the case: no result can be handed over in between. Nothing
 * but the published fees of the item gets into a bill.
 */
@Component
class BillMaking {

    private final CaseReading cases;
    private final FeeStore fees;
    private final BillStore bills;
    private final FeesRecord record;
    private final Clock clock;

    BillMaking(CaseReading cases, FeeStore fees, BillStore bills, FeesRecord record, Clock clock) {
        this.cases = cases;
        this.fees = fees;
        this.bills = bills;
        this.record = record;
        this.clock = clock;
    }

    @EventListener
    void on(CaseAccepted accepted) {
        make(accepted.number(), accepted.itemCode(), FeeStage.ACCEPTED);
    }

    @EventListener
    void on(CaseDecided decided) {
        if (decided.granted()) {
            make(decided.number(), decided.itemCode(), FeeStage.GRANTED);
        } else {
            cancelOpen(decided.number());
        }
    }

    /** A case that came to its end without a result owes nothing more. */
    @EventListener
    void on(CaseClosed closed) {
        if (closed.state().open() || closed.state() == CaseState.DELIVERED) {
            return;
        }
        cancelOpen(closed.number());
    }

    private void make(CaseNumber number, ItemCode item, FeeStage stage) {
        var due =
                fees.inForce(item).stream().filter(fee -> fee.stage() == stage).toList();
        if (due.isEmpty()) {
            return;
        }
        var file = cases.requireFile(number);
        if (file.handledAt() != null) {
            return;
        }
        var bill = bills.nextNumber(LocalDate.now(clock));
        if (bills.insert(bill, file, stage, due, clock.instant())) {
            var made = bills.find(bill).orElseThrow();
            record.write(record.about(made, "fees.make_bill", FeesRecord.PLATFORM));
            record.tell(made, "fees.notice.bill");
        }
    }

    private void cancelOpen(CaseNumber number) {
        for (var bill : bills.ofCase(number)) {
            var locked = bills.lock(bill.number()).orElseThrow();
            if (locked.state() == BillState.OPEN) {
                bills.end(locked.number(), BillState.CANCELED, clock.instant());
                record.write(record.about(locked, "fees.cancel_bill", FeesRecord.PLATFORM));
            }
        }
    }
}
