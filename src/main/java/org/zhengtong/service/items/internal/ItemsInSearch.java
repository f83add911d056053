package org.zhengtong.service.items.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.SearchDocument;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.service.items.LawArticle;
import org.zhengtong.service.items.RequiredMaterial;
import org.zhengtong.service.items.ServiceGuide;
import org.zhengtong.service.items.ServiceItem;

/** Guides in full text, for everybody: what one needs, how it goes, what others asked. */
@Component
class ItemsInSearch implements SearchSource, ChangeFeed {
    static final String KIND = "item";
    static final String DEPARTMENT = "department";
    static final String ITEM_KIND = "item_kind";
    static final String TARGET = "target";
    static final String LIFE_EVENT = "life_event";
    static final String DIVISION = "division";

    private static final Set<String> EVERYBODY = Set.of("everybody");

    private final ItemDocumentStore store;

    ItemsInSearch(ItemDocumentStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> facets() {
        return List.of(DEPARTMENT, ITEM_KIND, TARGET, LIFE_EVENT, DIVISION);
    }

    @Override
    public long count() {
        return store.count();
    }

    @Override
    public List<String> keysAfter(String key, int most) {
        return store.codesAfter(key, most);
    }

    @Override
    public List<SearchDocument> read(Collection<String> keys) {
        return store.read(keys).stream().map(ItemsInSearch::document).toList();
    }

    @Override
    public Set<String> passesOf(@Nullable CurrentUser reader) {
        return EVERYBODY;
    }

    private static SearchDocument document(ItemDocumentStore.Row row) {
        var item = row.content();
        return new SearchDocument(
                item.code().value(),
                item.name(),
                row.searchText() + " " + text(item),
                Set.of(item.code().value()),
                Map.of(
                        DEPARTMENT, Set.of(item.department().value()),
                        ITEM_KIND, Set.of(item.kind().code()),
                        TARGET, Set.copyOf(row.targets()),
                        LIFE_EVENT, Set.copyOf(row.lifeEvents()),
                        DIVISION, Set.of(item.division().value())),
                EVERYBODY,
                row.popularity(),
                row.publishedAt());
    }

    private static String text(ServiceItem item) {
        var guide = item.guide();
        var words = new ArrayList<@Nullable String>();
        words.add(item.mainItem());
        words.add(guide.summary());
        words.add(guide.audience());
        words.add(guide.audienceNote());
        words.addAll(guide.conditions());
        guide.materials().forEach(material -> addMaterial(material, words));
        guide.steps().forEach(step -> words.add(step.title() + " " + step.text()));
        words.add(guide.result());
        words.add(guide.fee());
        addQuestions(guide, words);
        guide.laws().stream().map(LawArticle::law).distinct().forEach(words::add);
        return String.join("\n", words.stream().filter(Objects::nonNull).toList());
    }

    private static void addMaterial(RequiredMaterial material, List<@Nullable String> words) {
        words.add(material.name());
        words.add(material.condition());
        words.add(material.notes());
    }

    private static void addQuestions(ServiceGuide guide, List<@Nullable String> words) {
        guide.questions().forEach(asked -> words.add(asked.question() + " " + asked.answer()));
    }

    @Override
    public List<ChangeFeed> feeds() {
        return List.of(this);
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
