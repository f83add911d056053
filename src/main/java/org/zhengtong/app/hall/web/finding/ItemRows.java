package org.zhengtong.app.hall.web.finding;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.finding.HomePage.DepartmentLink;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemSummary;

/** Rows of lists with the names of departments, taken from memory. */
@Component
class ItemRows {

    private final DepartmentNames names;
    private final LimitWords limits;

    ItemRows(DepartmentNames names, LimitWords limits) {
        this.names = names;
        this.limits = limits;
    }

    List<ItemRow> of(List<ItemSummary> items, Locale locale) {
        return items.stream()
                .map(item -> ItemRow.of(item, names.of(item.department()), limits.promised(item.committed(), locale)))
                .toList();
    }

    List<DepartmentLink> departments(List<ItemFacets.Count> counts) {
        return counts.stream()
                .map(count ->
                        new DepartmentLink(count.value(), names.of(new DepartmentId(count.value())), count.items()))
                .toList();
    }
}
