package org.zhengtong.data.catalog.internal;

import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.LifeCycleOutcome;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceChanged;
import org.zhengtong.data.catalog.ResourcePublished;
import org.zhengtong.data.catalog.ResourceRetired;
import org.zhengtong.data.catalog.ResourceState;

/** The reviewer's side: approve or return, put in force, take out. */
@Component
class Publishing {
    private final DraftStore drafts;
    private final ResourceStore resources;
    private final StoredLists lists;
    private final Acts acts;
    private final CatalogNews news;
    private final ApplicationEventPublisher events;

    Publishing(
            DraftStore drafts,
            ResourceStore resources,
            StoredLists lists,
            Acts acts,
            CatalogNews news,
            ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.resources = resources;
        this.lists = lists;
        this.acts = acts;
        this.news = news;
        this.events = events;
    }

    LifeCycleOutcome review(CatalogDraft draft, boolean approved, String note, CurrentUser by) {
        var code = Objects.requireNonNull(draft.code());
        if (!approved && draft.purpose() == CatalogDraft.Purpose.RETIREMENT) {
            drafts.delete(draft.id());
        } else {
            var state = approved ? CatalogDraft.State.APPROVED : CatalogDraft.State.RETURNED;
            drafts.markReviewed(draft.id(), state, note, by, acts.now());
        }
        acts.note(approved ? "catalog.approve" : "catalog.return", code, draft.baseVersion(), note, by);
        if (!approved) {
            news.answered(
                    draft,
                    "catalog.news.returned",
                    "/staff/catalog/drafts",
                    draft.metadata().name(),
                    note);
        }
        return new LifeCycleOutcome.Reviewed(code, approved);
    }

    LifeCycleOutcome publish(CatalogDraft draft, CurrentUser by) {
        var code = Objects.requireNonNull(draft.code());
        var before = resources.lock("", code);
        var version = before.map(Resource::version).orElse(0) + 1;
        var at = acts.now();
        var sheet =
                draft.metadata().publishedOn() == null ? draft.metadata().publishedOn(acts.today()) : draft.metadata();
        save(
                new ResourceStore.Incoming(
                        "",
                        code,
                        ResourceState.PUBLISHED,
                        version,
                        sheet,
                        lists.now().formatGroup(sheet.format()),
                        before.map(Resource::publishedAt).orElse(at),
                        at,
                        null),
                by);
        drafts.delete(draft.id());
        acts.note("catalog.publish", code, version, "", by);
        events.publishEvent(
                before.filter(known -> known.state() == ResourceState.PUBLISHED).isPresent()
                        ? new ResourceChanged(code, version, at)
                        : new ResourcePublished(code, at));
        news.answered(
                draft, "catalog.news.published", "/staff/catalog/resources/" + code.path(), sheet.name(), code.value());
        return new LifeCycleOutcome.Published(code, version);
    }

    private void save(ResourceStore.Incoming incoming, CurrentUser by) {
        resources.addVersion(resources.save(incoming), incoming, by.name());
    }

    LifeCycleOutcome retire(CatalogDraft draft, CurrentUser by) {
        var code = Objects.requireNonNull(draft.code());
        var before = resources.lock("", code).orElseThrow();
        var at = acts.now();
        save(
                new ResourceStore.Incoming(
                        "",
                        code,
                        ResourceState.RETIRED,
                        before.version() + 1,
                        before.metadata(),
                        lists.now().formatGroup(before.metadata().format()),
                        before.publishedAt(),
                        at,
                        null),
                by);
        drafts.delete(draft.id());
        acts.note("catalog.retire", code, before.version() + 1, draft.reason(), by);
        events.publishEvent(new ResourceRetired(code, at));
        news.answered(
                draft,
                "catalog.news.retired",
                "/staff/catalog/resources/" + code.path(),
                before.metadata().name(),
                code.value());
        return new LifeCycleOutcome.Retired(code);
    }
}
