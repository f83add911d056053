package org.zhengtong.data.sharing;

import java.time.LocalDate;
import org.zhengtong.base.organization.DepartmentId;

/** A grant that lives at another node, as that node's snapshot tells it. */
public record ForeignGrant(
        GrantNumber number,
        Subject subject,
        String resourceName,
        DepartmentId provider,
        DepartmentId consumer,
        String purpose,
        LocalDate validUntil) {

    /** Whether its last day is over. */
    public boolean expired(LocalDate today) {
        return today.isAfter(validUntil);
    }
}
