package org.zhengtong.app.hall.web.finding;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.finding.HomePage.DepartmentLink;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemSummary;

/** Rows of lists with the names of departments, looked up once for each list. */
@Component
class ItemRows {

    private final Departments departments;
    private final DueDateWords words;

    ItemRows(Departments departments, DueDateWords words) {
        this.departments = departments;
        this.words = words;
    }

    List<ItemRow> of(List<ItemSummary> items, Locale locale) {
        var names = departments.names(
                items.stream().map(ItemSummary::department).distinct().toList());
        return items.stream()
                .map(item -> ItemRow.of(
                        item,
                        names.getOrDefault(item.department(), ""),
                        item.committed() == null ? null : words.limit(item.committed(), locale)))
                .toList();
    }

    List<DepartmentLink> departments(List<ItemFacets.Count> counts) {
        var ids = counts.stream().map(count -> new DepartmentId(count.value())).toList();
        var names = departments.names(ids);
        return counts.stream()
                .map(count -> new DepartmentLink(
                        count.value(),
                        names.getOrDefault(new DepartmentId(count.value()), count.value()),
                        count.items()))
                .toList();
    }
}
