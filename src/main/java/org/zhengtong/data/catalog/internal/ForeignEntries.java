package org.zhengtong.data.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.data.catalog.Catalog.Receipt;
import org.zhengtong.data.catalog.CatalogEntrySnapshot;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceState;

/** Entries of other nodes' catalogs: kept beside our own, never changed here, older ones never over newer ones. */
@Component
class ForeignEntries {
    private static final Pattern NODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final ResourceStore resources;
    private final StoredLists lists;
    private final AuditLog audit;
    private final Acts acts;

    ForeignEntries(ResourceStore resources, StoredLists lists, AuditLog audit, Acts acts) {
        this.resources = resources;
        this.lists = lists;
        this.audit = audit;
        this.acts = acts;
    }

    private enum Taken {
        ADDED,
        CHANGED,
        RETIRED,
        UNCHANGED
    }

    Receipt receive(String node, List<CatalogEntrySnapshot> entries) {
        if (!NODE.matcher(node).matches() || node.length() > 60) {
            throw new IllegalArgumentException("Not a node: " + node);
        }
        var counts = new int[Taken.values().length];
        var refused = new ArrayList<Receipt.Refused>();
        for (var entry : entries) {
            if (!MetadataJson.intact(entry)) {
                refused.add(new Receipt.Refused(entry.code(), "catalog.foreign.altered"));
            } else if (!ResourceCode.fits(entry.code()) || entry.version() < 1) {
                refused.add(new Receipt.Refused(entry.code(), "catalog.foreign.no_code"));
            } else {
                counts[take(node, entry).ordinal()]++;
            }
        }
        audit.record(AuditAction.of(Actor.system("catalog"), "catalog.receive_foreign", "node", node)
                .with("entries", entries.size())
                .with("refused", refused.size()));
        return new Receipt(
                counts[Taken.ADDED.ordinal()],
                counts[Taken.CHANGED.ordinal()],
                counts[Taken.RETIRED.ordinal()],
                counts[Taken.UNCHANGED.ordinal()],
                refused);
    }

    private Taken take(String node, CatalogEntrySnapshot entry) {
        var code = new ResourceCode(entry.code());
        var known = resources.lock(node, code);
        if (known.isPresent() && known.get().version() >= entry.version()) {
            resources.touch(known.get().id(), acts.now());
            return Taken.UNCHANGED;
        }
        var incoming = new ResourceStore.Incoming(
                node,
                code,
                entry.state(),
                entry.version(),
                entry.metadata(),
                lists.now().formatGroup(entry.metadata().format()),
                entry.publishedAt(),
                entry.changedAt(),
                acts.now());
        resources.addVersion(resources.save(incoming), incoming, node);
        if (entry.state() == ResourceState.RETIRED) {
            return Taken.RETIRED;
        }
        return known.isPresent() ? Taken.CHANGED : Taken.ADDED;
    }
}
