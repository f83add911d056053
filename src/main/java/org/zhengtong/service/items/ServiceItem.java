package org.zhengtong.service.items;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * One version of a service item (事项版本) with its guide. Versions are only added: a running case keeps its own.
 *
 * @param mainItem the item it is a sub-item of, in words
 * @param level level of exercise (行使层级), GB/T 39046-2020 table A.2
 * @param departmentCode credit code or organ code of the department as its source states it
 * @param procedureKey the procedure that cases of it follow; null when it cannot be applied for here
 * @param source where the entry was taken from, when it is not the department's own
 */
public record ServiceItem(
        ItemCode code,
        int version,
        LocalDate effectiveOn,
        Instant publishedAt,
        String name,
        @Nullable String mainItem,
        ItemKind kind,
        int level,
        DivisionCode division,
        DepartmentId department,
        @Nullable String departmentCode,
        Set<TargetGroup> targets,
        List<String> themes,
        ItemLimits limits,
        @Nullable String procedureKey,
        @Nullable ItemSource source,
        ServiceGuide guide) {

    /** Whether it can be applied for on this platform. */
    public boolean online() {
        return procedureKey != null;
    }
}
