package org.zhengtong.service.fees.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.DeliveryCondition;

/** No delivery before payment, where the fee says so. */
@Component
class UnpaidFees implements DeliveryCondition {

    private final BillStore bills;

    UnpaidFees(BillStore bills) {
        this.bills = bills;
    }

    @Override
    public boolean holdsBack(CaseNumber number) {
        return bills.holdsBack(number);
    }
}
