package org.zhengtong.service.items.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.items.FrontPage;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemPublished;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ItemResults;
import org.zhengtong.service.items.ItemSummary;
import org.zhengtong.service.items.ItemsProblem;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.RevisionOutcome;
import org.zhengtong.service.items.ServiceGuide;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.service.items.internal.ItemSearch.ItemMatch;

/**
 * The item library. What public pages ask for is remembered for a minute at most and forgotten when items are published,
 * so that a guide costs no look-up.
 */
@Component
class ItemLibrary implements ServiceItems {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int REMEMBERED_ITEMS = 5_000;
    private static final int REMEMBERED_PLACES = 300;

    private final ItemStore store;
    private final ItemSearch search;
    private final GuideWords guides;
    private final Permissions permissions;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<ItemCode, Optional<ServiceItem>> items = remembering(REMEMBERED_ITEMS);
    private final Cache<List<DivisionCode>, ItemSearch.Counts> counts = remembering(REMEMBERED_PLACES);
    private final Cache<String, List<LifeEvent>> lifeEvents = remembering(1);
    private final Cache<String, FrontPage> frontPage = remembering(1);

    ItemLibrary(
            ItemStore store,
            ItemSearch search,
            GuideWords guides,
            Permissions permissions,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.guides = guides;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    private static <K, V> Cache<K, V> remembering(int size) {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(size)
                .build();
    }

    @Override
    public Optional<ServiceItem> find(ItemCode code) {
        return items.get(code, store::find);
    }

    @Override
    public Optional<ServiceItem> find(ItemCode code, int version) {
        return find(code).filter(item -> item.version() == version).or(() -> store.find(code, version));
    }

    @Override
    public ServiceItem require(ItemCode code) {
        return find(code).orElseThrow(() -> new ProblemException(ItemsProblem.ITEM_NOT_FOUND, code.value()));
    }

    @Override
    public Map<ItemCode, ItemSummary> summaries(Collection<ItemCode> codes) {
        return codes.isEmpty() ? Map.of() : search.summaries(codes);
    }

    @Override
    public ItemResults search(ItemQuery query) {
        var words = ItemWords.typed(query.text());
        if (query.after() != null && GuideWords.isPlace(query.after()) && !words.isEmpty()) {
            return guides.find(query)
                    .orElseGet(() -> ItemResults.named(
                            List.of(), 0, countsIn(query.divisions()).facets(), false, null));
        }
        var strict = ItemMatch.strict(query, words);
        var found = countsOf(query, words, strict);
        if (found.total() > 0 || words.isEmpty()) {
            return results(query, strict, found, false);
        }
        return guides.find(query).orElseGet(() -> loosely(query, words));
    }

    private ItemResults loosely(ItemQuery query, List<String> words) {
        var loose = ItemMatch.loose(query, words);
        return results(query, loose, search.counts(loose), true);
    }

    private ItemSearch.Counts countsOf(ItemQuery query, List<String> words, ItemMatch match) {
        var everything = words.isEmpty()
                && query.department() == null
                && query.lifeEvent() == null
                && query.target() == null
                && query.kind() == null;
        return everything ? countsIn(query.divisions()) : search.counts(match);
    }

    private ItemResults results(ItemQuery query, ItemMatch match, ItemSearch.Counts found, boolean loose) {
        if (found.total() == 0) {
            return ItemResults.named(List.of(), 0, found.facets(), loose, null);
        }
        var hits = search.page(match, PagePlace.of(query.after()), query.limit() + 1);
        var shown = hits.subList(0, Math.min(hits.size(), query.limit()));
        var next = hits.size() > query.limit()
                ? new PagePlace(
                                shown.getLast().score(),
                                shown.getLast().item().code().value())
                        .written()
                : null;
        return ItemResults.named(
                shown.stream().map(ItemSearch.Hit::item).toList(), found.total(), found.facets(), loose, next);
    }

    @Override
    public List<LifeEvent> lifeEvents() {
        return lifeEvents.get("all", all -> store.lifeEvents());
    }

    @Override
    public ItemFacets counts(List<DivisionCode> divisions) {
        return countsIn(divisions).facets();
    }

    private ItemSearch.Counts countsIn(List<DivisionCode> divisions) {
        return counts.get(
                List.copyOf(divisions), places -> search.counts(ItemMatch.strict(ItemQuery.all(places, 1), List.of())));
    }

    @Override
    public Map<DivisionCode, Long> countsByDivision(Collection<DivisionCode> divisions) {
        return search.countsByDivision(divisions);
    }

    @Override
    public FrontPage frontPage() {
        return frontPage.get("front", front -> readFrontPage());
    }

    private FrontPage readFrontPage() {
        var page = store.frontPage().orElse(new FrontPageFile(DivisionCode.NATION, List.of(), List.of()));
        var summaries = summaries(page.often());
        var often = page.often().stream()
                .filter(summaries::containsKey)
                .map(summaries::get)
                .toList();
        return new FrontPage(page.region(), page.words(), often);
    }

    @Override
    @Transactional
    public RevisionOutcome revise(ItemCode code, int expectedVersion, ServiceGuide guide, CurrentUser by) {
        var item = store.lock(code).orElseThrow(() -> new ProblemException(ItemsProblem.ITEM_NOT_FOUND, code.value()));
        permissions.require(by, "items.edit_item", item.department());
        if (item.version() != expectedVersion) {
            return new RevisionOutcome.Overtaken(item.version());
        }
        if (item.guide().equals(guide)) {
            return new RevisionOutcome.Unchanged(item.version());
        }
        var at = clock.instant();
        var version = item.version() + 1;
        store.addRevision(revised(item, guide), version, at, by.name());
        audit.record(AuditAction.of(actor(by), "items.publish_guide", "item", code.value())
                .with("version", version));
        events.publishEvent(new ItemPublished(List.of(code), at));
        return new RevisionOutcome.Revised(version);
    }

    private ServiceItem revised(ServiceItem item, ServiceGuide guide) {
        return new ServiceItem(
                item.code(),
                0,
                LocalDate.now(clock),
                item.publishedAt(),
                item.name(),
                item.mainItem(),
                item.kind(),
                item.level(),
                item.division(),
                item.department(),
                item.departmentCode(),
                item.targets(),
                item.themes(),
                item.limits(),
                item.procedureKey(),
                item.source(),
                guide);
    }

    private static Actor actor(CurrentUser by) {
        return new Actor(
                Actor.Kind.valueOf(by.kind().name()), String.valueOf(by.id().value()), by.name());
    }

    /** Forgets what is remembered once new versions are in force. */
    @TransactionalEventListener(fallbackExecution = true)
    void forget(ItemPublished published) {
        if (published.codes().isEmpty()) {
            items.invalidateAll();
        } else {
            items.invalidateAll(published.codes());
        }
        counts.invalidateAll();
        lifeEvents.invalidateAll();
        frontPage.invalidateAll();
    }
}
