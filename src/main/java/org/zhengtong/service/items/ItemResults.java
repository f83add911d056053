package org.zhengtong.service.items;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.search.SearchHit;

/**
 * One page of found items.
 *
 * @param loose true when nothing held all the words, so that items holding some of them are shown
 * @param excerpts where the words stand in the guides, when no name held them
 * @param synonyms official and everyday words that were looked for in the guides as well
 * @param next where the next page begins; null on the last
 */
public record ItemResults(
        List<ItemSummary> items,
        long total,
        ItemFacets facets,
        boolean loose,
        @Nullable String next,
        Map<ItemCode, List<SearchHit.Piece>> excerpts,
        List<String> synonyms) {

    /** Results by the items' names and what is known of them in lists. */
    public static ItemResults named(
            List<ItemSummary> items, long total, ItemFacets facets, boolean loose, @Nullable String next) {
        return new ItemResults(items, total, facets, loose, next, Map.of(), List.of());
    }

    /** No name held the words; they stand in the guides, as the excerpts show. */
    public boolean inGuides() {
        return !excerpts.isEmpty();
    }
}
