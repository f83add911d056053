package org.zhengtong.data.catalog.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.SearchDocument;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.internal.check.Lists;

/** Resources in full text: open ones for everybody, all of them for staff. */
@Component
class CatalogInSearch implements SearchSource, ChangeFeed {
    static final String KIND = "resource";
    /** Value of the facet {@code origin} for our own. */
    static final String LOCAL = "local";

    private static final String EVERYBODY = "everybody";
    private static final String STAFF = "staff";

    private final SearchDocumentStore store;
    private final StoredLists lists;

    CatalogInSearch(SearchDocumentStore store, StoredLists lists) {
        this.store = store;
        this.lists = lists;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> facets() {
        return CatalogListing.FACETS;
    }

    @Override
    public long count() {
        return store.count();
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return store.keysAfter(key, most);
    }

    @Override
    public List<SearchDocument> read(Collection<String> keys) {
        var known = lists.now();
        return store.read(keys).stream().map(each -> document(each, known)).toList();
    }

    private static SearchDocument document(Resource resource, Lists lists) {
        var sheet = resource.metadata();
        return new SearchDocument(
                SearchDocumentStore.key(resource.id()),
                sheet.name(),
                text(resource, lists),
                Stream.of(resource.code().value(), sheet.supplement().externalId())
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toSet()),
                facets(resource, lists),
                resource.open() ? Set.of(EVERYBODY, STAFF) : Set.of(STAFF),
                0,
                resource.changedAt());
    }

    private static String text(Resource resource, Lists lists) {
        var sheet = resource.metadata();
        return Stream.concat(
                        Stream.of(
                                sheet.summary(),
                                sheet.provider().name(),
                                sheet.supplement().keywords(),
                                lists.find(CatalogLists.CLASS, sheet.classCode())
                                        .map(CatalogLists.Entry::name)
                                        .orElse("")),
                        sheet.items().stream().map(ResourceItem::name))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Set<String>> facets(Resource resource, Lists lists) {
        var sheet = resource.metadata();
        var facets = new HashMap<String, Set<String>>();
        put(facets, "provider", sheet.provider().name());
        put(facets, "class_item", resource.code().item());
        put(facets, "domain", sheet.supplement().domain());
        put(facets, "format", lists.formatGroup(sheet.format()));
        put(facets, "sharing", ResourceStore.sharing(sheet));
        put(facets, "openness", ResourceStore.openness(sheet));
        put(facets, "cycle", sheet.updateCycle());
        put(facets, "origin", resource.foreign() ? resource.origin() : LOCAL);
        return facets;
    }

    private static void put(Map<String, Set<String>> facets, String name, String value) {
        if (!value.isBlank()) {
            facets.put(name, Set.of(value));
        }
    }

    @Override
    public List<ChangeFeed> feeds() {
        return List.of(this);
    }

    @Override
    public Set<String> passesOf(@Nullable CurrentUser reader) {
        return reader != null && reader.isStaff() ? Set.of(EVERYBODY, STAFF) : Set.of(EVERYBODY);
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public long latest() {
        return store.latestChange();
    }

    @Override
    public Page after(long position, int most) {
        var changes = store.changesAfter(position, most);
        return new Page(changes.isEmpty() ? position : changes.getLast().position(), changes);
    }
}
