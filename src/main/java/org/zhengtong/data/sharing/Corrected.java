package org.zhengtong.data.sharing;

import java.time.Instant;
import java.util.List;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;

/** Values that were found wrong after somebody had received them (更正通知). */
public interface Corrected {

    /** What was corrected after it had been given under a grant of this department, oldest first. */
    List<CorrectedItem> after(GrantNumber grant, DepartmentId consumer, long after, int most);

    /** One corrected value. */
    record CorrectedItem(long id, RecordKey key, ItemName item, long correction, Instant at) {}
}
