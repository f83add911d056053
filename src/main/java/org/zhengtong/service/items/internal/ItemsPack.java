package org.zhengtong.service.items.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.service.items.ItemPublished;

/** The pack's part on items: guides, lists of items, life events and the front page. */
@Component
class ItemsPack implements PackSection {

    private final ItemStore store;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    ItemsPack(ItemStore store, ApplicationEventPublisher events, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "items";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        PackItems.read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        var read = PackItems.read(pack, new PackErrors());
        var rows = read.items().stream()
                .map(item -> new ItemStore.Incoming(item.content(), read.searchText(item), read.popularity(item)))
                .toList();
        tellKept(rows);
        store.takeOver(rows, clock.instant(), pack.name());
        store.replaceLifeEvents(read.lifeEvents());
        read.frontPage().ifPresent(store::saveFrontPage);
        events.publishEvent(new ItemPublished(List.of(), clock.instant()));
    }

    /** A pack that brings an item of the screen does not undo it, and the log says so. */
    private void tellKept(List<ItemStore.Incoming> rows) {
        var designed = store.designed();
        rows.stream()
                .map(row -> row.content().code().value())
                .filter(designed::contains)
                .forEach(code ->
                        audit.record(AuditAction.of(Actor.system("items"), "items.keep_designed", "item", code)));
    }
}
