package org.zhengtong.data.catalog.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.SearchIndex;
import org.zhengtong.base.search.SearchOutcome;
import org.zhengtong.base.search.SearchRequest;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.Resource;

/** Words go to the index, exact orders to SQL, facets to the index in both cases. */
@Service
class StoredListing implements CatalogListing {
    private static final int DEEPEST = 2_000;

    private final ResourceSearch sql;
    private final ResourceStore resources;
    private final SearchIndex index;

    StoredListing(ResourceSearch sql, ResourceStore resources, SearchIndex index) {
        this.sql = sql;
        this.resources = resources;
        this.index = index;
    }

    @Override
    public Found search(Query query, @Nullable CurrentUser reader) {
        var openOnly = reader == null || !reader.isStaff();
        if (query.retired()) {
            return listed(query, openOnly, Map.of());
        }
        var answer = index.searchAtOnce(request(query, reader));
        return switch (answer) {
            case SearchOutcome.Preparing _ -> listed(query, openOnly, Map.of());
            case SearchOutcome.Found found ->
                query.text().isBlank() ? listed(query, openOnly, found.facets()) : found(query, found);
        };
    }

    private static SearchRequest request(Query query, @Nullable CurrentUser reader) {
        var filters = new HashMap<String, Set<String>>();
        query.filters().forEach((name, value) -> filters.put(name, Set.of(value)));
        var words = !query.text().isBlank();
        return new SearchRequest(
                query.text(),
                Set.of(CatalogInSearch.KIND),
                filters,
                reader,
                words ? from(query) : 0,
                words ? query.most() : 1);
    }

    private static int from(Query query) {
        return query.after().isEmpty() ? 0 : Math.clamp(Long.parseLong(query.after()), 0, DEEPEST);
    }

    private Found listed(Query query, boolean openOnly, Map<String, List<SearchOutcome.Count>> facets) {
        var found = sql.list(query, openOnly);
        var more = found.size() > query.most();
        var page = more ? found.subList(0, query.most()) : found;
        return new Found(
                page,
                sql.count(query, openOnly),
                false,
                facets,
                more ? String.valueOf(page.getLast().id()) : null);
    }

    private Found found(Query query, SearchOutcome.Found found) {
        var ids = found.hits().stream().map(hit -> Long.valueOf(hit.key())).toList();
        var places = new HashMap<Long, Integer>();
        ids.forEach(id -> places.put(id, places.size()));
        var page = resources.read(new HashSet<>(ids)).stream()
                .sorted(Comparator.comparing((Resource each) -> places.getOrDefault(each.id(), 0)))
                .collect(Collectors.toList());
        var next = from(query) + query.most();
        return new Found(
                page,
                found.total(),
                found.loose(),
                found.facets(),
                next < Math.min(found.total(), DEEPEST) ? String.valueOf(next) : null);
    }

    @Override
    public Found harvest(Harvest harvest) {
        return new Found(sql.harvest(harvest), sql.countHarvest(harvest), false, Map.of(), null);
    }

    @Override
    public List<Coverage> openProviders() {
        return sql.openProviders();
    }

    @Override
    public List<Coverage> coverage() {
        return sql.coverage();
    }
}
