package org.zhengtong.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.SettableClock;

/** Envelopes between two nodes: stored before sending, applied once and in order, answered with a receipt. */
class CarryingTest {

    private static final SettableClock CLOCK = new SettableClock();

    @TempDir
    private static Path folder;

    private static TestNode city;
    private static TestNode county;

    @BeforeAll
    static void starts_two_nodes() {
        city = TestNode.start("370100-main", CLOCK, folder);
        county = TestNode.start("370102-main", CLOCK, folder, "zhengtong.trust.suite=ecdsa");
    }

    @BeforeEach
    void begins_anew() {
        city.forget();
        county.forget();
    }

    @AfterEach
    void nothing_failed_unforeseen() {
        assertThat(city.failures()).isEmpty();
        assertThat(county.failures()).isEmpty();
    }

    @AfterAll
    static void stops_them() {
        city.close();
        county.close();
    }

    @Test
    void what_is_sent_is_applied_in_order_and_answered() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        var ids = IntStream.range(0, 700)
                .mapToObj(n -> city.send(county, "第 " + n))
                .toList();
        city.carry();

        assertThat(county.received().words)
                .isEqualTo(IntStream.range(0, 700).mapToObj(n -> "第 " + n).toList());
        assertThat(ids).allMatch(id -> city.stateOf(id) == EnvelopeState.APPLIED);
        assertThat(city.recorded().events)
                .contains(new EnvelopeDelivered(
                        ids.getLast(), county.code(), "test.text", ReceiptNote.applied("test.applied", 700)));
    }

    @Test
    void a_rolled_back_transaction_sends_nothing() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        assertThatThrownBy(() -> city.inTransaction(() -> {
                    city.send(county, "收回");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        city.send(county, "留下");
        city.carry();

        assertThat(county.received().words).containsExactly("留下");
    }

    @Test
    void a_node_that_cannot_be_reached_asks_for_what_waits() {
        TestNode.introduce(city, county, Transport.FETCHED, Transport.PUSH);
        city.send(county, "下发");
        county.send(city, "上报");
        city.carry();
        assertThat(county.received().words).isEmpty();

        county.carry();
        county.carry();

        assertThat(county.received().words).containsExactly("下发");
        assertThat(city.received().words).containsExactly("上报");
    }

    @Test
    void a_large_payload_goes_in_pieces_encrypted_and_is_whole_again() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        var id = city.send(EnvelopeRequest.of("test.text", county.code(), repeated(5_000_000))
                .confidential()
                .purposed("大文件"));
        city.carry();

        assertThat(county.received().words).containsExactly("ABCDE+5000000");
        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.APPLIED);
        assertThat(pieces(city, "piece") + pieces(county, "arrived_piece")).isZero();
    }

    private static InputStream repeated(int size) {
        var bytes = new byte[size];
        for (var at = 0; at < size; at++) {
            bytes[at] = (byte) ('A' + at % 26);
        }
        return new java.io.ByteArrayInputStream(bytes);
    }

    private static long pieces(TestNode node, String table) {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from exchange." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void a_node_that_is_down_gets_everything_later() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        county.reachable(false);
        var id = city.send(county, "等一等");
        city.carry();
        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.WAITING);
        county.reachable(true);
        city.carry();
        assertThat(county.received().words).as("the pause is kept").isEmpty();

        CLOCK.advance(Duration.ofSeconds(3));
        city.carry();

        assertThat(county.received().words).containsExactly("等一等");
    }

    @Test
    void a_receiver_that_fails_is_tried_again_and_holds_its_channel_only_so_long() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        city.send(county, "一");
        var bad = city.send(county, "失败");
        var last = city.send(county, "三");
        var other = city.send(EnvelopeRequest.of("test.text", county.code(), "别的通道".getBytes(StandardCharsets.UTF_8))
                .through("other"));
        city.carry();
        assertThat(county.received().words).containsExactlyInAnyOrder("一", "别的通道");
        assertThat(city.stateOf(other)).isEqualTo(EnvelopeState.APPLIED);
        for (var turn = 0; turn < 6; turn++) {
            CLOCK.advance(Duration.ofMinutes(5));
            county.carry();
        }
        city.carry();

        assertThat(county.received().words).contains("三");
        assertThat(city.stateOf(bad)).isEqualTo(EnvelopeState.FAILED);
        assertThat(city.stateOf(last)).isEqualTo(EnvelopeState.APPLIED);
    }

    @Test
    void a_refused_content_and_an_unknown_kind_are_said_in_the_receipt() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        var refused = city.send(county, "拒绝");
        var unknown = city.send(EnvelopeRequest.of("nobody.knows", county.code(), new byte[] {1}));
        city.carry();

        assertThat(city.stateOf(refused)).isEqualTo(EnvelopeState.REFUSED);
        assertThat(city.stateOf(unknown)).isEqualTo(EnvelopeState.KEPT);
        assertThat(city.recorded().events)
                .contains(
                        new EnvelopeRefused(refused, county.code(), "test.text", ReceiptNote.refused("test.refused")));
        assertThat(pieces(county, "arrived_piece")).as("kept for later").isEqualTo(1);
    }

    @Test
    void what_is_too_late_is_given_up_and_the_channel_goes_on() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        county.reachable(false);
        var late = city.send(EnvelopeRequest.of("test.text", county.code(), "过期".getBytes(StandardCharsets.UTF_8))
                .through("a")
                .until(CLOCK.instant().plusSeconds(60)));
        city.send(EnvelopeRequest.of("test.text", county.code(), "还有效".getBytes(StandardCharsets.UTF_8))
                .through("a"));
        city.carry();
        CLOCK.advance(Duration.ofMinutes(10));
        county.reachable(true);
        city.carry();

        assertThat(county.received().words).containsExactly("还有效");
        assertThat(city.stateOf(late)).isEqualTo(EnvelopeState.EXPIRED);
    }

    @Test
    void nothing_goes_to_a_revoked_or_unknown_node() {
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
        var waiting = city.send(county, "在途");
        city.bean(NodeOffice.class).revoke(county.code(), "测试", TestNode.HE);

        assertThat(city.stateOf(waiting)).isEqualTo(EnvelopeState.WITHDRAWN);
        assertThatThrownBy(() -> city.send(county, "不发"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(ExchangeProblem.NODE_REVOKED));
        assertThatThrownBy(() -> city.send(EnvelopeRequest.of("test.text", new NodeCode("nobody"), new byte[0])))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(ExchangeProblem.NODE_UNKNOWN));
        assertThat(city.recorded().actions).extracting(action -> action.event()).contains("exchange.revoke_node");
    }

    @Test
    void a_kind_that_is_not_agreed_is_neither_sent_nor_taken() {
        city.accept(county, Transport.PUSH, false, "catalog.entry");
        county.accept(city, Transport.PUSH, false);

        assertThatThrownBy(() -> city.send(county, "不在名单"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(ExchangeProblem.KIND_NOT_ALLOWED));
        county.send(city, "不在名单");
        county.carry();
        assertThat(city.received().words).isEmpty();
        assertThat(fault(county)).isEqualTo(List.of("KIND_NOT_ALLOWED"));
    }

    private static List<String> fault(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("select fault from exchange.envelope where fault <> ''")
                .query(String.class)
                .list();
    }

    @Test
    void a_node_behind_a_neighbour_is_reached_through_it() {
        try (var province = TestNode.start("370000-main", CLOCK, folder)) {
            province.accept(city, Transport.PUSH, true);
            county.accept(city, Transport.PUSH, true);
            city.accept(province, Transport.PUSH, false);
            city.accept(county, Transport.PUSH, false);
            for (var turn = 0; turn < 3; turn++) {
                city.carry();
            }
            assertThat(county.bean(Nodes.class).find(province.code()))
                    .get()
                    .matches(node -> node.standing() == NodeStanding.VOUCHED
                            && city.code().equals(node.via()));

            var id = county.send(province, "经市到省");
            for (var turn = 0; turn < 4; turn++) {
                county.carry();
                city.carry();
                province.carry();
            }

            assertThat(province.received().words).containsExactly("经市到省");
            assertThat(county.stateOf(id)).isEqualTo(EnvelopeState.APPLIED);
        }
    }
}
