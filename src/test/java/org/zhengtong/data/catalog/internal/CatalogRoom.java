package org.zhengtong.data.catalog.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.Opening;
import org.zhengtong.data.catalog.Openness;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceMetadata.Supplement;
import org.zhengtong.data.catalog.ResourceUses;
import org.zhengtong.data.catalog.Sharing;
import org.zhengtong.data.catalog.SharingType;
import org.zhengtong.data.catalog.internal.pack.PackImportForTests;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;

/** The catalog on a database of its own with the lists of the pack of 山东; the other rooms are fakes. */
final class CatalogRoom {
    final SettableClock clock = new SettableClock();
    final Fakes.Log log = new Fakes.Log();
    final Fakes.Letters letters = new Fakes.Letters();
    final List<Object> events = new ArrayList<>();
    final JdbcClient jdbc;
    final ResourceStore resources;
    final DraftStore drafts;
    final DatasetStore datasets;
    final StoredLists lists;
    final Catalog catalog;
    final StoredDesk desk;
    final StoredReading reading;
    final CheckedImports imports;
    final ResourceSearch search;
    final DraftSearch draftSearch;
    final ReminderJob reminder;
    private final ListStore listStore;

    CatalogRoom() {
        jdbc = JdbcClient.create(connected(RoomDatabase.with("catalog")));
        var rights = new Fakes.Rights();
        var offices = new Fakes.Offices();
        resources = new ResourceStore(jdbc);
        drafts = new DraftStore(jdbc);
        datasets = new DatasetStore(jdbc, JsonMapper.builder().build());
        listStore = new ListStore(jdbc);
        lists = new StoredLists(listStore, clock);
        search = new ResourceSearch(org.zhengtong.base.database.QueryStore.only(jdbc));
        draftSearch = new DraftSearch(jdbc);
        var acts = new Acts(log, drafts, clock);
        var news = new CatalogNews(letters, new Fakes.Reasons());
        var rules = new Rules(lists, new DuplicateStore(jdbc), drafts, offices);
        var compiling = new CompilingDesk(drafts, resources, rules, offices, new Fakes.Week(), acts, news);
        var publishing = new Publishing(drafts, resources, lists, acts, news, events::add);
        var foreign = new ForeignEntries(resources, lists, log, acts);
        catalog = new StoredCatalog(drafts, resources, compiling, publishing, foreign, rights, acts);
        desk = new StoredDesk(drafts, draftSearch, rules, rights);
        reading = new StoredReading(
                resources,
                drafts,
                datasets,
                new MetadataFields(lists, new Fakes.Said()),
                rules,
                new DefaultListableBeanFactory().getBeanProvider(ResourceUses.class));
        imports = new CheckedImports(
                new IncomingEntryStore(jdbc), new EntryFile(new Fakes.Said()), rules, drafts, offices, rights, acts);
        reminder = new ReminderJob(draftSearch, news, acts);
    }

    /** One connection for all statements: making one costs more than most of them. */
    private static DataSource connected(DataSource database) {
        try {
            return new SingleConnectionDataSource(database.getConnection(), true);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** With the pack's lists. */
    static CatalogRoom withLists() {
        var room = new CatalogRoom();
        PackImportForTests.section(room.listStore, room.lists, room.resources, room.datasets, room.clock)
                .apply(pack("catalog/code-lists.csv", "catalog/catalog.yaml"));
        return room;
    }

    /** With everything that the pack says of the catalog. */
    static CatalogRoom withPack() {
        var room = new CatalogRoom();
        room.importPack();
        return room;
    }

    void importPack() {
        var section = PackImportForTests.section(listStore, lists, resources, datasets, clock);
        var errors = new PackErrors();
        section.check(wholePack(), errors);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors.list());
        }
        section.apply(wholePack());
    }

    private static PackReader wholePack() {
        try {
            return PackReader.ofFolder(Path.of("packs", "shandong"));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static PackReader pack(String... files) {
        var texts = new TreeMap<String, String>();
        for (var file : files) {
            try {
                texts.put(file, java.nio.file.Files.readString(Path.of("packs", "shandong", file)));
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
        return PackReader.ofTexts("shandong", texts);
    }

    /** A sheet that no rule stands against. */
    static ResourceMetadata sheet(String name) {
        var extension = new TreeMap<String, String>();
        extension.put("network", "政务外网");
        return new ResourceMetadata(
                "326001",
                name,
                new Provider(Fakes.MARKET, "济南市市场监督管理局", "11370100509819318T"),
                "每条是一户登记过的经营者，由登记窗口产生。",
                "database.postgresql",
                List.of(new ResourceItem("名称", "name", "C", 100, SharingType.UNCONDITIONAL, true, false, "")),
                new Sharing(SharingType.UNCONDITIONAL, "", List.of("platform-interface"), ""),
                new Opening(Openness.UNCONDITIONAL, ""),
                "day",
                null,
                List.of(),
                new Supplement("370100", "市场监督", "", "1", "", null, "", extension));
    }
}
