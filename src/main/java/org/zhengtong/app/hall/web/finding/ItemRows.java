package org.zhengtong.app.hall.web.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.finding.HomePage.DepartmentLink;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemResults;
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

    /** Rows of a search, with the words that led to them marked. */
    List<ItemRow> of(ItemResults results, String typed, Locale locale) {
        var words = Stream.concat(Stream.of(typed.split("[^\\p{L}\\p{N}]+", -1)), results.synonyms().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        return results.items().stream()
                .map(item -> ItemRow.of(item, names.of(item.department()), limits.promised(item.committed(), locale))
                        .marked(words, results.excerpts().getOrDefault(item.code(), List.of())))
                .toList();
    }

    List<DepartmentLink> departments(List<ItemFacets.Count> counts) {
        return counts.stream()
                .map(count ->
                        new DepartmentLink(count.value(), names.of(new DepartmentId(count.value())), count.items()))
                .toList();
    }
}
