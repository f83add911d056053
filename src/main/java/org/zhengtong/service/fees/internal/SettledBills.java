package org.zhengtong.service.fees.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.fees.BillSettled;

/**
 * Lets a result go once its bill is paid or waived. After the commit, so that whoever decides or delivers the case at the same
 * moment either sees the bill settled or is asked again.
 */
@Component
class SettledBills {

    private final Cases cases;

    SettledBills(Cases cases) {
        this.cases = cases;
    }

    @Async
    @TransactionalEventListener(id = "fees.settled-bills")
    void on(BillSettled settled) {
        cases.resumeDelivery(settled.caseNumber());
    }
}
