package org.zhengtong.data.catalog.internal.pack;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.data.catalog.OpenData.Column;
import org.zhengtong.data.catalog.OpenData.StoredTable;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.catalog.internal.DatasetStore;
import org.zhengtong.data.catalog.internal.ListStore;
import org.zhengtong.data.catalog.internal.MetadataJson;
import org.zhengtong.data.catalog.internal.ResourceStore;
import org.zhengtong.data.catalog.internal.StoredLists;
import org.zhengtong.data.catalog.internal.check.Lists;
import org.zhengtong.data.catalog.internal.check.TableProfile;

/**
 * The pack's part on the catalog: lists, regional additions, resources and what an open-data portal listed. Its faults in
 * content are no errors of the pack: they are shown on the pages, as those of any entry.
 */
@Component
class CatalogSection implements PackSection {
    /** Who published a version that came with the pack. */
    private static final String BY_PACK = "pack";

    private final ListStore lists;
    private final StoredLists remembered;
    private final ResourceStore resources;
    private final DatasetStore datasets;
    private final Departments departments;
    private final Clock clock;

    CatalogSection(
            ListStore lists,
            StoredLists remembered,
            ResourceStore resources,
            DatasetStore datasets,
            Departments departments,
            Clock clock) {
        this.lists = lists;
        this.remembered = remembered;
        this.resources = resources;
        this.datasets = datasets;
        this.departments = departments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        var packed = PackLists.read(pack, errors);
        PackEntries.read(pack, packed.all(), name -> new Provider(null, name, ""), errors);
        new PackOpenData(pack, errors, name -> new Provider(null, name, "")).read();
    }

    @Override
    public void apply(PackReader pack) {
        var errors = new PackErrors();
        var packed = PackLists.read(pack, errors);
        if (!packed.entries().isEmpty()) {
            lists.replaceEntries(packed.entries(), LocalDate.now(clock));
            lists.replaceFields(packed.fields());
            packed.limits().forEach(lists::replaceLimit);
        }
        remembered.forget();
        var known = packed.all();
        for (var entry : PackEntries.read(pack, known, this::provider, errors)) {
            var on = entry.metadata().publishedOn();
            var at = on == null ? clock.instant() : at(on);
            save(entry.code(), entry.metadata(), at, at, known);
        }
        var portal = new PackOpenData(pack, errors, this::provider);
        portal.read()
                .forEach(each ->
                        save(each, portal.table(each.metadata().supplement().externalId()), known));
    }

    private Instant at(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** A department by its id or its name; else a provider that only has the name. */
    private Provider provider(String written) {
        var found = written.contains(".")
                ? departments.find(new DepartmentId(written))
                : departments.search(written, null, 5).stream()
                        .filter(each -> each.name().equals(written))
                        .findFirst();
        return found.map(each ->
                        new Provider(each.id(), each.name(), each.creditCode().value()))
                .orElse(new Provider(null, written, ""));
    }

    private void save(PackOpenData.Portal portal, List<List<String>> table, Lists known) {
        var rows = table.isEmpty() ? table : table.subList(1, table.size());
        var columns = table.isEmpty()
                ? List.<Column>of()
                : new TableProfile(table.getFirst(), rows, LocalDate.now(clock)).columns();
        var sheet = portal.metadata().items().isEmpty() ? withItems(portal.metadata(), columns) : portal.metadata();
        var id = save(portal.code(), sheet, at(portal.publishedOn()), at(portal.changedOn()), known);
        datasets.replaceDistributions(id, portal.distributions());
        var digest = MetadataJson.digest(table.toString());
        if (!table.isEmpty() && !datasets.holds(id, digest)) {
            var twice = new TableProfile(table.getFirst(), rows, LocalDate.now(clock)).rowsTwice();
            datasets.replaceTable(id, new StoredTable(columns, rows.size(), twice, clock.instant()), digest, rows);
        }
    }

    /** The heads of a saved table are the data items. */
    private static ResourceMetadata withItems(ResourceMetadata sheet, List<Column> columns) {
        var items = new ArrayList<ResourceItem>();
        for (var column : columns) {
            var type = switch (column.kind()) {
                case NUMBER, LONGITUDE, LATITUDE -> "N";
                case DATE -> "D";
                case TEXT, PERIOD -> "C";
            };
            items.add(new ResourceItem(column.name(), "", type, 0, SharingType.UNCONDITIONAL, true, false, ""));
        }
        return new ResourceMetadata(
                sheet.classCode(),
                sheet.name(),
                sheet.provider(),
                sheet.summary(),
                sheet.format(),
                items,
                sheet.sharing(),
                sheet.opening(),
                sheet.updateCycle(),
                sheet.publishedOn(),
                sheet.related(),
                sheet.supplement());
    }

    /** Writes an entry unless it is the same, or somebody has changed it on screen since. */
    private long save(ResourceCode code, ResourceMetadata sheet, Instant publishedAt, Instant changedAt, Lists known) {
        var before = resources.find("", code);
        if (before.isPresent()
                && (before.get().metadata().equals(sheet)
                        || !resources
                                .versions(before.get().id())
                                .getFirst()
                                .by()
                                .equals(BY_PACK))) {
            return before.get().id();
        }
        var incoming = new ResourceStore.Incoming(
                "",
                code,
                ResourceState.PUBLISHED,
                before.map(resource -> resource.version() + 1).orElse(1),
                sheet,
                known.formatGroup(sheet.format()),
                publishedAt,
                before.isPresent() ? clock.instant() : changedAt,
                null);
        var id = resources.save(incoming);
        resources.addVersion(id, incoming, BY_PACK);
        resources.takeSerials(code.classCode(), Long.parseLong(code.serial()));
        return id;
    }
}
