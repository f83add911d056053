package org.zhengtong.data.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.trust.NodePapers;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.catalog.CatalogSettings;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourcePublished;
import org.zhengtong.data.catalog.ResourceState;
import org.zhengtong.data.catalog.internal.cascade.Cascade;
import org.zhengtong.data.catalog.internal.cascade.CascadeForTests;
import org.zhengtong.data.catalog.internal.cascade.EntriesReceived;
import org.zhengtong.data.catalog.internal.cascade.ToldStore;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NetworkZone;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeLevel;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.data.exchange.Transport;

/** Catalogs of a county, a city and a province become one, over any time without a connection. */
class CascadeTest {

    private static final String COUNTY = "370102-main";
    private static final String CITY = "370100-main";
    private static final String PROVINCE = "370000-main";
    private static final ResourceCode CODE = new ResourceCode("326001/000001");
    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");

    /** A node with its catalog; what it sends waits until somebody carries it. */
    private static final class Place implements Nodes, Dispatch {

        private final CatalogRoom room = CatalogRoom.withLists();
        private final Queue<EnvelopeRequest> waiting = new ArrayDeque<>();
        private final String code;
        private final Cascade cascade;
        private final EntriesReceived received;
        private @Nullable ReceiptNote last;

        Place(String code, String... neighbours) {
            this.code = code;
            var told = new ToldStore(room.jdbc);
            cascade = new Cascade(new CatalogSettings(List.of(neighbours)), told, this, this);
            received = new EntriesReceived(room.catalog, cascade, told, this);
        }

        void publish(int version, ResourceState state, String name) {
            var incoming = new ResourceStore.Incoming(
                    "",
                    CODE,
                    state,
                    version,
                    CatalogRoom.sheet(name),
                    "file",
                    THEN,
                    THEN.plus(Duration.ofDays(version)),
                    null);
            room.resources.addVersion(room.resources.save(incoming), incoming, "测试");
            CascadeForTests.told(cascade, new ResourcePublished(CODE, THEN));
        }

        @Nullable
        String nameOf(String origin) {
            return room.resources
                    .find(origin, CODE)
                    .map(found -> found.metadata().name() + (found.state() == ResourceState.RETIRED ? "（停用）" : ""))
                    .orElse(null);
        }

        @Override
        public EnvelopeId send(EnvelopeRequest request) {
            try {
                waiting.add(EnvelopeRequest.of(
                        request.kind(), request.receiver(), request.payload().readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new EnvelopeId(UUID.randomUUID());
        }

        @Override
        public OwnNode own() {
            return new OwnNode(new NodeCode(code), code, NodeLevel.CITY, NetworkZone.EXTRANET, "");
        }

        @Override
        public List<ExchangeNode> all() {
            return List.of();
        }

        @Override
        public Optional<ExchangeNode> find(NodeCode other) {
            return Optional.of(new ExchangeNode(
                    other,
                    other.value(),
                    NodeLevel.CITY,
                    NetworkZone.EXTRANET,
                    "",
                    Transport.PUSH,
                    null,
                    NodeStanding.ACCEPTED,
                    false,
                    List.of(),
                    new NodePapers(TrustSuite.SM2, "", "", "", null),
                    THEN,
                    null));
        }
    }

    private Place county = new Place(COUNTY, CITY);
    private Place city = new Place(CITY, COUNTY, PROVINCE);
    private Place province = new Place(PROVINCE, CITY);
    private int carried;

    private Place at(NodeCode code) {
        return code.value().equals(COUNTY) ? county : code.value().equals(CITY) ? city : province;
    }

    private void carryAll() {
        var moved = true;
        while (moved) {
            moved = false;
            for (var place : List.of(county, city, province)) {
                for (var next = place.waiting.poll(); next != null; next = place.waiting.poll()) {
                    carry(place, next);
                    moved = true;
                }
            }
        }
    }

    private void carry(Place from, EnvelopeRequest request) {
        assertThat(++carried).as("it ends").isLessThan(50);
        try {
            var bytes = request.payload().readAllBytes();
            var to = at(request.receiver());
            to.last = to.received.receive(new ReceivedEnvelope(
                    new EnvelopeId(UUID.randomUUID()),
                    new NodeCode(from.code),
                    "catalog",
                    carried,
                    request.kind(),
                    "",
                    THEN,
                    bytes.length,
                    () -> new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_a_county_publishes_stands_in_the_city_and_the_province_and_the_reverse() {
        county.publish(1, ResourceState.PUBLISHED, "县级信息");
        province.publish(1, ResourceState.PUBLISHED, "省级信息");
        carryAll();

        assertThat(city.nameOf(COUNTY)).isEqualTo("县级信息");
        assertThat(province.nameOf(COUNTY)).isEqualTo("县级信息");
        assertThat(county.nameOf(PROVINCE)).isEqualTo("省级信息");
        assertThat(county.nameOf(COUNTY)).as("not told of itself").isNull();
        assertThat(city.room.catalog.find(CODE)).as("nobody changes it there").isEmpty();
        assertThat(carried)
                .as("to the city, on to the other end, and nothing back")
                .isEqualTo(4);
    }

    @Test
    void days_without_a_connection_lose_nothing_and_an_older_version_never_replaces_a_newer_one() throws IOException {
        county.publish(1, ResourceState.PUBLISHED, "第一版");
        var old = county.waiting.peek().payload().readAllBytes();
        county.waiting.clear();
        county.waiting.add(EnvelopeRequest.of("catalog.entry", new NodeCode(CITY), old));
        county.publish(2, ResourceState.PUBLISHED, "第二版");
        carryAll();
        assertThat(province.nameOf(COUNTY)).isEqualTo("第二版");

        carry(county, EnvelopeRequest.of("catalog.entry", new NodeCode(CITY), old));
        carryAll();
        assertThat(city.nameOf(COUNTY)).isEqualTo("第二版");
        assertThat(province.nameOf(COUNTY)).isEqualTo("第二版");
    }

    @Test
    void what_is_retired_goes_everywhere() {
        county.publish(1, ResourceState.PUBLISHED, "县级信息");
        carryAll();
        county.publish(2, ResourceState.RETIRED, "县级信息");
        carryAll();

        assertThat(province.nameOf(COUNTY)).isEqualTo("县级信息（停用）");
    }

    @Test
    void entries_end_in_a_circle_of_nodes() {
        county = new Place(COUNTY, CITY, PROVINCE);
        city = new Place(CITY, COUNTY, PROVINCE);
        province = new Place(PROVINCE, CITY, COUNTY);
        county.publish(1, ResourceState.PUBLISHED, "县级信息");
        carryAll();

        assertThat(province.nameOf(COUNTY)).isEqualTo("县级信息");
        assertThat(city.nameOf(COUNTY)).isEqualTo("县级信息");
        assertThat(county.nameOf(COUNTY)).isNull();
        assertThat(carried).as("two told, and each of these the other at most").isLessThanOrEqualTo(4);
    }

    @Test
    void nobody_tells_who_was_not_asked_to() throws IOException {
        province.publish(1, ResourceState.PUBLISHED, "省级信息");
        var entry = province.waiting.poll();
        carry(
                province,
                EnvelopeRequest.of(
                        "catalog.entry", new NodeCode(COUNTY), entry.payload().readAllBytes()));
        assertThat(county.last).isEqualTo(ReceiptNote.refused("catalog.cascade.not_agreed"));

        carry(
                city,
                EnvelopeRequest.of(
                        "catalog.entry", new NodeCode(COUNTY), "[".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(county.last).isEqualTo(ReceiptNote.refused("catalog.cascade.unreadable"));
    }
}
