package org.zhengtong.data.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhengtong.data.catalog.Catalog.Receipt;
import org.zhengtong.data.catalog.CatalogEntrySnapshot;
import org.zhengtong.data.catalog.CatalogListing.Query;
import org.zhengtong.data.catalog.CatalogListing.Sort;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceState;

/** What other nodes have published stands beside our own, marked, and is never applied twice. */
class ForeignEntriesTest {
    private static final String COUNTY = "370102-main";
    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");

    private final CatalogRoom room = CatalogRoom.withLists();

    private static CatalogEntrySnapshot entry(String code, int version, ResourceState state, String name) {
        return MetadataJson.snapshot(new Resource(
                0,
                "",
                new ResourceCode(code),
                state,
                version,
                CatalogRoom.sheet(name),
                THEN,
                THEN.plus(Duration.ofDays(version)),
                null,
                null));
    }

    private Receipt receive(CatalogEntrySnapshot... entries) {
        return room.catalog.receiveForeign(COUNTY, List.of(entries));
    }

    @Test
    void an_entry_is_taken_once_however_often_it_is_told() {
        var first = entry("326001/000001", 1, ResourceState.PUBLISHED, "县级信息");

        assertThat(receive(first).added()).isEqualTo(1);
        assertThat(receive(first, first).unchanged()).isEqualTo(2);
        assertThat(receive(entry("326001/000001", 2, ResourceState.PUBLISHED, "县级信息（新）"))
                        .changed())
                .isEqualTo(1);
        assertThat(receive(first).unchanged()).isEqualTo(1);

        var resource = room.reading.require(COUNTY + "~326001-000001");
        assertThat(resource.metadata().name()).isEqualTo("县级信息（新）");
        assertThat(resource.foreign()).isTrue();
        assertThat(resource.receivedAt()).isEqualTo(room.clock.instant());
    }

    @Test
    void retirement_arrives_as_well_and_foreign_codes_do_not_collide_with_ours() {
        receive(entry("326001/000001", 1, ResourceState.PUBLISHED, "县级信息"));

        assertThat(room.catalog.find(new ResourceCode("326001/000001"))).isEmpty();
        assertThat(receive(entry("326001/000001", 2, ResourceState.RETIRED, "县级信息"))
                        .retired())
                .isEqualTo(1);

        assertThat(room.reading.require(COUNTY + "~326001-000001").state()).isEqualTo(ResourceState.RETIRED);
    }

    @Test
    void what_was_altered_on_the_way_is_refused_and_named() {
        var sent = entry("326001/000001", 1, ResourceState.PUBLISHED, "县级信息");
        var altered = new CatalogEntrySnapshot(
                sent.code(), 9, sent.state(), sent.metadata(), sent.publishedAt(), sent.changedAt(), sent.digest());

        var receipt = receive(altered);

        assertThat(receipt.refused()).containsExactly(new Receipt.Refused("326001/000001", "catalog.foreign.altered"));
        assertThat(receipt.added()).isZero();
    }

    @Test
    void a_snapshot_is_the_same_after_its_way_as_text() {
        var sent = entry("326001/000001", 3, ResourceState.PUBLISHED, "县级信息");

        var read = MetadataJson.readSnapshot(MetadataJson.write(sent));

        assertThat(read).isEqualTo(sent);
        assertThat(MetadataJson.intact(read)).isTrue();
    }

    @Test
    void our_own_and_foreign_entries_are_listed_together_and_can_be_told_apart() {
        receive(entry("326001/000001", 1, ResourceState.PUBLISHED, "县级信息"));

        var all = room.search.list(Query.all(10), false);
        var local = room.search.list(new Query("", Map.of("origin", "local"), Sort.NAME, false, "", 10), false);

        assertThat(all).extracting(Resource::origin).containsExactly(COUNTY);
        assertThat(local).isEmpty();
    }
}
