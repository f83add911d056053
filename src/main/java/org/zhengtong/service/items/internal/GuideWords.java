package org.zhengtong.service.items.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.search.SearchHit;
import org.zhengtong.base.search.SearchIndex;
import org.zhengtong.base.search.SearchOutcome;
import org.zhengtong.base.search.SearchOutcome.Found;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemFacets.Count;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ItemResults;

/**
 * Looks for words inside the guides, with synonyms, when no item bears them in its name: a second step, which the usual
 * question never takes and which never waits for the index.
 */
@Component
class GuideWords {
    /** Marks a further page of such results. */
    private static final String PLACE = "guides~";

    private final SearchIndex index;
    private final ItemSearch search;

    GuideWords(SearchIndex index, ItemSearch search) {
        this.index = index;
        this.search = search;
    }

    static boolean isPlace(String after) {
        return after.startsWith(PLACE);
    }

    /** Items whose guide holds all the words; empty when none does, or when the index is not ready. */
    Optional<ItemResults> find(ItemQuery query) {
        var from = from(query.after());
        var request =
                new SearchRequest(query.text(), Set.of(ItemsInSearch.KIND), filters(query), null, from, query.limit());
        return index.searchAtOnce(request) instanceof Found found && !found.loose() && found.total() > 0
                ? Optional.of(results(found, from, query.limit()))
                : Optional.empty();
    }

    private static int from(@org.jspecify.annotations.Nullable String after) {
        var place = after != null && isPlace(after) ? after.substring(PLACE.length()) : "";
        return place.matches("[0-9]{1,4}") ? Integer.parseInt(place) : 0;
    }

    private static Map<String, Set<String>> filters(ItemQuery query) {
        var filters = new TreeMap<String, Set<String>>();
        filters.put(
                ItemsInSearch.DIVISION,
                query.divisions().stream().map(DivisionCode::value).collect(Collectors.toSet()));
        if (query.department() != null) {
            filters.put(ItemsInSearch.DEPARTMENT, Set.of(query.department().value()));
        }
        if (query.kind() != null) {
            filters.put(ItemsInSearch.ITEM_KIND, Set.of(query.kind().code()));
        }
        if (query.target() != null) {
            filters.put(ItemsInSearch.TARGET, Set.of(query.target().name()));
        }
        if (query.lifeEvent() != null) {
            filters.put(ItemsInSearch.LIFE_EVENT, Set.of(query.lifeEvent()));
        }
        return filters;
    }

    private ItemResults results(Found found, int from, int limit) {
        var codes = found.hits().stream().map(hit -> new ItemCode(hit.key())).toList();
        var summaries = search.summaries(codes);
        var excerpts =
                found.hits().stream().collect(Collectors.toMap(hit -> new ItemCode(hit.key()), SearchHit::excerpt));
        var next = from + limit < found.total() ? PLACE + (from + limit) : null;
        return new ItemResults(
                codes.stream()
                        .filter(summaries::containsKey)
                        .map(summaries::get)
                        .toList(),
                found.total(),
                new ItemFacets(
                        counts(found, ItemsInSearch.DEPARTMENT),
                        counts(found, ItemsInSearch.LIFE_EVENT),
                        counts(found, ItemsInSearch.TARGET),
                        counts(found, ItemsInSearch.ITEM_KIND)),
                false,
                next,
                excerpts,
                found.synonyms());
    }

    private static List<Count> counts(SearchOutcome.Found found, String facet) {
        return found.facets().getOrDefault(facet, List.of()).stream()
                .map(count -> new Count(count.value(), count.documents()))
                .toList();
    }
}
