package org.zhengtong.app.hall.web.progress;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.Bills;
import org.zhengtong.service.license.License;
import org.zhengtong.service.license.Licenses;

/** What came of a case in other rooms: its bills and its licences. */
@Component
class CaseEffects {

    private final Licenses licenses;
    private final Bills bills;

    CaseEffects(Licenses licenses, Bills bills) {
        this.licenses = licenses;
        this.bills = bills;
    }

    List<Bill> bills(CaseFile file) {
        return bills.ofCase(file.number());
    }

    /** The licences that were handed over; none before. */
    List<License> issued(CaseFile file) {
        return file.state() == CaseState.DELIVERED ? licenses.ofCase(file.number()) : List.of();
    }
}
