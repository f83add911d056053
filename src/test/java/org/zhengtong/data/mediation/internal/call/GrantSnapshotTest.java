package org.zhengtong.data.mediation.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.KeptSnapshots;
import org.zhengtong.data.exchange.KeptSnapshots.Kept;
import org.zhengtong.data.exchange.TestNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.sharing.Deliveries;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.SharingFakes;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.internal.snapshot.GrantTelling;
import org.zhengtong.data.sharing.internal.snapshot.KnownSnapshots;
import tools.jackson.databind.json.JsonMapper;

/** The county knows what the city granted by a signed list: the newest one, of that node, and not for ever. */
class GrantSnapshotTest extends PairOfNodes {

    private static final String KIND = "sharing.grants";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A snapshot as it travels. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Signed(byte[] content, String keyId, byte[] signature) {}

    @BeforeEach
    void forgets_what_was_told() {
        county.bean(JdbcClient.class).sql("truncate sharing.grant_snapshot").update();
        city.bean(JdbcClient.class).sql("truncate sharing.told_grants").update();
        tell();
    }

    /** The city says what it grants, and the county hears it. */
    private static void tell() {
        city.bean(GrantTelling.class).tellAll();
        carry();
    }

    private static void carry() {
        city.node.carry();
        county.node.carry();
        city.node.carry();
    }

    private static void daysPass(int days) {
        CITY_CLOCK.advance(Duration.ofDays(days));
        COUNTY_CLOCK.advance(Duration.ofDays(days));
    }

    /** What the county keeps of the city now. */
    private static Signed kept() {
        return county.bean(JdbcClient.class)
                .sql("select content, key_id, signature from sharing.grant_snapshot where node = '370100-main'")
                .query((row, _) ->
                        new Signed(row.getBytes("content"), row.getString("key_id"), row.getBytes("signature")))
                .single();
    }

    private static Kept age() {
        return county.bean(KeptSnapshots.class).kept().stream()
                .filter(each -> each.node().equals(city.node.code()))
                .findFirst()
                .orElseThrow();
    }

    /** A node sends bytes as a snapshot; says what the county's receipt says. */
    private static String sent(CallingNode from, byte[] bytes) {
        EnvelopeId id = Objects.requireNonNull(from.node.inTransaction(
                () -> from.bean(Dispatch.class).send(EnvelopeRequest.of(KIND, county.node.code(), bytes))));
        from.node.carry();
        county.node.carry();
        from.node.carry();
        return from.bean(JdbcClient.class)
                .sql("select note_key from exchange.envelope where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private static String sent(CallingNode from, Signed signed) {
        return sent(from, JSON.writeValueAsBytes(signed));
    }

    private static Signed signedBy(CallingNode node, byte[] content) {
        var mark = "zhengtong grants 1\n".getBytes(StandardCharsets.US_ASCII);
        var all = Arrays.copyOf(mark, mark.length + content.length);
        System.arraycopy(content, 0, all, mark.length, content.length);
        var signature = node.bean(Signer.class).sign(all);
        return new Signed(content, signature.keyId(), signature.value());
    }

    private static byte[] rewritten(byte[] content, String before, String after) {
        var text = new String(content, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return text.replace(before, after).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_is_granted_to_the_county_is_known_there_and_nothing_else() {
        assertThat(age().madeAt()).isEqualTo(CITY_CLOCK.instant());
        assertThat(county.bean(Services.class).held(city.node.code(), CHECK, ASKER.department()))
                .extracting(Services.HeldGrant::number)
                .contains(grant.number().value())
                .doesNotContain(local.number().value());
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
        refused(
                SharingProblem.NOT_IN_SNAPSHOT,
                () -> call(county, get("/companies/1"), local.number().value()));
        assertThat(city.logged("sharing.call")).hasSize(1);
    }

    @Test
    void a_grant_that_ended_is_gone_with_the_next_snapshot_and_stopped_before_it() {
        var second = city.granted(ASKER, HOLDER, "370102-main", 1_000);
        carry();
        assertThat(call(county, get("/companies/1"), second.number().value()).status())
                .isEqualTo(200);

        city.bean(Grants.class).revoke(second.number(), "不再需要", HOLDER);
        refused(
                SharingProblem.REVOKED,
                () -> call(county, get("/companies/1"), second.number().value()));
        carry();
        refused(
                SharingProblem.NOT_IN_SNAPSHOT,
                () -> call(county, get("/companies/1"), second.number().value()));
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
    }

    @Test
    void the_kill_switch_holds_at_once_and_empties_the_next_snapshot() {
        var superior = SharingFakes.staffOf("370000.big-data");
        city.bean(Grants.class).stop(null, "演练", superior);
        refused(SharingProblem.STOPPED, () -> call(get("/companies/1")));
        carry();
        assertThat(age().entries()).isZero();
        refused(SharingProblem.NOT_IN_SNAPSHOT, () -> call(get("/companies/1")));

        city.bean(Grants.class).lift(null, superior);
        carry();
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
    }

    @Test
    void an_altered_snapshot_is_refused() {
        var good = kept();
        var richer = rewritten(good.content(), "370102.administrative-approval", "370103.administrative-approval");
        assertThat(sent(city, new Signed(richer, good.keyId(), good.signature())))
                .isEqualTo("sharing.snapshot.signature");
        assertThat(sent(city, "{}".getBytes(StandardCharsets.UTF_8))).isEqualTo("sharing.snapshot.unreadable");
        assertThat(sent(city, signedBy(city, "{\"sender\":1}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("sharing.snapshot.unreadable");
        assertThat(kept().content()).isEqualTo(good.content());
    }

    @Test
    void a_snapshot_is_taken_from_the_node_it_speaks_of_only_and_for_the_node_it_is_for() {
        try (var other = CallingNode.start("370103-main", COUNTY_CLOCK, folder)) {
            TestNode.introduce(other.node, county.node, Transport.PUSH, Transport.PUSH);
            var good = kept();
            // the city's own list from somebody else, and one of his own making in the city's name
            assertThat(sent(other, good)).isEqualTo("sharing.snapshot.other_sender");
            assertThat(sent(other, signedBy(other, good.content()))).isEqualTo("sharing.snapshot.other_sender");
            // the city's envelope, but not the city's signature
            assertThat(sent(city, signedBy(other, good.content()))).isEqualTo("sharing.snapshot.signature");
            var foreign = rewritten(good.content(), "370102-main", "370103-main");
            assertThat(sent(city, signedBy(city, foreign))).isEqualTo("sharing.snapshot.other_receiver");
            assertThat(kept().content()).isEqualTo(good.content());
        }
    }

    @Test
    void an_older_snapshot_or_the_same_again_is_refused() {
        var old = kept();
        var more = city.granted(ASKER, HOLDER, "370102-main", 1_000);
        carry();
        city.bean(Grants.class).revoke(more.number(), "用完", HOLDER);
        carry();
        var newest = kept();
        assertThat(newest.content()).isNotEqualTo(old.content());

        assertThat(sent(city, old)).isEqualTo("sharing.snapshot.older");
        assertThat(sent(city, newest)).isEqualTo("sharing.snapshot.older");
        assertThat(kept().content()).isEqualTo(newest.content());
    }

    @Test
    void a_snapshot_of_tomorrow_or_of_last_month_is_refused() {
        var good = kept();
        COUNTY_CLOCK.advance(Duration.ofHours(-1));
        assertThat(receivedBy(good)).isEqualTo("sharing.snapshot.future");
        COUNTY_CLOCK.advance(Duration.ofDays(30));
        assertThat(receivedBy(good)).isEqualTo("sharing.snapshot.over");
    }

    /** The receiver's word alone: an envelope of these times would not even arrive. */
    private static String receivedBy(Signed signed) {
        var bytes = JSON.writeValueAsBytes(signed);
        var receiver = county.receiver(KIND);
        return receiver.receive(new org.zhengtong.data.exchange.ReceivedEnvelope(
                        new EnvelopeId(java.util.UUID.randomUUID()),
                        city.node.code(),
                        KIND,
                        1,
                        KIND,
                        "",
                        COUNTY_CLOCK.instant(),
                        bytes.length,
                        () -> new java.io.ByteArrayInputStream(bytes)))
                .key();
    }

    @Test
    void days_without_the_city_show_their_age_and_the_end_shuts_the_door() {
        daysPass(3);
        assertThat(age())
                .satisfies(age -> assertThat(age.old()).isTrue())
                .satisfies(age -> assertThat(age.over()).isFalse());
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);

        daysPass(12);
        assertThat(age().over()).isTrue();
        refused(SharingProblem.SNAPSHOT_OVER, () -> call(get("/companies/1")));
        refused(SharingProblem.SNAPSHOT_OVER, () -> call(county, get("/companies/1"), ""));
        assertThat(county.bean(Services.class).held(city.node.code(), CHECK, ASKER.department()))
                .isEmpty();

        tell();
        assertThat(age())
                .satisfies(age -> assertThat(age.old()).isFalse())
                .satisfies(age -> assertThat(age.over()).isFalse());
        assertThat(call(get("/companies/1")).status()).isEqualTo(200);
    }

    @Test
    void the_last_day_of_a_grant_is_known_without_the_city() {
        // a validity that outlasts the grant
        var late = rewritten(kept().content(), "2026-12-31", "2026-01-01");
        late = rewritten(late, "\"number\":" + number(late), "\"number\":" + (number(late) + 1));
        assertThat(sent(city, signedBy(city, late))).isEqualTo("sharing.snapshot.taken");
        refused(SharingProblem.EXPIRED, () -> call(get("/companies/1")));
    }

    private static long number(byte[] content) {
        return JSON.readTree(content).get("number").asLong();
    }

    @Test
    void the_same_is_told_again_after_half_a_day_only() {
        assertThat(city.bean(GrantTelling.class).tellAll()).isZero();
        CITY_CLOCK.advance(Duration.ofHours(13));
        COUNTY_CLOCK.advance(Duration.ofHours(13));
        assertThat(city.bean(GrantTelling.class).tellAll()).isPositive();
        carry();
        assertThat(age().madeAt()).isEqualTo(CITY_CLOCK.instant());
    }

    @Test
    void snapshots_cross_a_gap_on_the_ferry() {
        try (var inner = CallingNode.start("370104-inner", CITY_CLOCK, folder)) {
            TestNode.introduce(city.node, inner.node, Transport.FERRY, Transport.FERRY);
            var given = city.granted(ASKER, HOLDER, "370104-inner", 10);
            city.node.carry();
            assertThat(city.node.ferry(inner.node)).isNotEmpty();
            inner.node.carry();
            assertThat(inner.bean(Services.class).held(city.node.code(), CHECK, ASKER.department()))
                    .extracting(Services.HeldGrant::number)
                    .containsExactly(given.number().value());
        }
    }

    @Test
    void records_that_came_under_a_grant_are_seen_while_the_snapshot_gives_it() {
        deliver(grant.number().value());
        var deliveries = county.bean(Deliveries.class);
        assertThat(deliveries.received(grant.number(), null, 10, ASKER).records())
                .extracting(Deliveries.ReceivedRecord::key)
                .containsExactly("37010419");

        city.bean(Grants.class).suspend(grant.number(), "核查", HOLDER);
        carry();
        withheld(SharingProblem.NOT_IN_SNAPSHOT);
        city.bean(Grants.class).resume(grant.number(), HOLDER);
        carry();
        assertThat(deliveries.received(null, null, 10, ASKER).records()).hasSize(1);

        daysPass(20);
        withheld(SharingProblem.SNAPSHOT_OVER);
        county.bean(JdbcClient.class).sql("truncate sharing.grant_snapshot").update();
        county.bean(KnownSnapshots.class).changed();
        withheld(SharingProblem.NO_SNAPSHOT);
    }

    private static void withheld(SharingProblem why) {
        var page = county.bean(Deliveries.class).received(null, null, 10, ASKER);
        assertThat(page.records()).isEmpty();
        assertThat(page.withheld()).extracting(Deliveries.Withheld::why).containsExactly(why);
    }

    private static void deliver(String number) {
        var text = """
            {"grant":"%s","register":"population","consumer":"370102.administrative-approval",
             "changes":[{"key":"37010419","values":{"name":"王芳"},"position":7,"ended":false}]}
            """.formatted(number);
        city.node.inTransaction(() -> city.bean(Dispatch.class)
                .send(EnvelopeRequest.of(
                        "sharing.changes", county.node.code(), text.getBytes(StandardCharsets.UTF_8))));
        carry();
    }
}
