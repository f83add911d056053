package org.zhengtong.service.items;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of found items.
 *
 * @param loose true when nothing held all the words, so that items holding some of them are shown
 * @param next where the next page begins; null on the last
 */
public record ItemResults(
        List<ItemSummary> items,
        long total,
        ItemFacets facets,
        boolean loose,
        @Nullable String next) {}
