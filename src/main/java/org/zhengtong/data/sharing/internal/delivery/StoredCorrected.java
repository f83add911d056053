package org.zhengtong.data.sharing.internal.delivery;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.sharing.Corrected;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.internal.grant.GrantStore;

@Service
class StoredCorrected implements Corrected {

    private final CorrectionStore store;
    private final GrantStore grants;

    StoredCorrected(CorrectionStore store, GrantStore grants) {
        this.store = store;
        this.grants = grants;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CorrectedItem> after(GrantNumber grant, DepartmentId consumer, long after, int most) {
        return grants.find(grant)
                .filter(each -> each.consumer().equals(consumer))
                .map(_ -> store.after(grant, after, most))
                .orElse(List.of());
    }
}
