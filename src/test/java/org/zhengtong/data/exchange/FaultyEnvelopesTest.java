package org.zhengtong.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.EnvelopeLine;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameReader;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import org.zhengtong.data.exchange.internal.transport.PassedFrame;
import org.zhengtong.data.exchange.internal.transport.Rounds;
import org.zhengtong.testing.SettableClock;
import tools.jackson.databind.json.JsonMapper;

/** Every fault that an envelope can arrive with has its answer, and nothing of it is applied. */
class FaultyEnvelopesTest {

    private static final SettableClock CLOCK = new SettableClock();
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;

    private static TestNode city;
    private static TestNode county;

    @BeforeAll
    static void starts_two_nodes() {
        city = TestNode.start("370100-main", CLOCK, folder, "zhengtong.trust.suite=ecdsa");
        county = TestNode.start("370102-main", CLOCK, folder, "zhengtong.exchange.largest=4MB");
    }

    @AfterAll
    static void stops_them() {
        city.close();
        county.close();
    }

    @BeforeEach
    void begins_anew() {
        CLOCK.set(SettableClock.MONDAY_TEN);
        city.forget();
        county.forget();
        TestNode.introduce(city, county, Transport.PUSH, Transport.PUSH);
    }

    private static EnvelopeLine line(long number, byte[] payload, int piece, int pieces) {
        return new EnvelopeLine(
                "test",
                number,
                "test.text",
                "",
                Priority.NORMAL,
                CLOCK.instant(),
                CLOCK.instant().plus(Duration.ofDays(1)),
                payload.length,
                city.bean(FrameWriter.class).digest(payload),
                piece,
                pieces,
                null,
                false);
    }

    private static Frame frame(TestNode sender, NodeCode receiver, EnvelopeLine line, byte[] content) {
        return sender.bean(FrameWriter.class).envelope(UUID.randomUUID(), receiver, line, content);
    }

    private static Frame good(long number, String text) {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        return frame(city, county.code(), line(number, payload, 1, 1), payload);
    }

    private static @Nullable EnvelopeFault answer(byte[] bytes) {
        return answers(bytes).getFirst().fault();
    }

    private static List<AnswerLine> answers(byte[] bytes) {
        try {
            var response = county.bean(Rounds.class).answer(new ByteArrayInputStream(bytes));
            var frame =
                    new FrameReader(new ByteArrayInputStream(response)).next().orElseThrow();
            return Arrays.asList(JSON.readValue(frame.content(), AnswerLine[].class));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_good_one_is_taken() {
        assertThat(answer(good(1, "好").bytes())).isNull();
        assertThat(county.received().words).containsExactly("好");
    }

    @Test
    void cut() {
        var bytes = good(1, "截断").bytes();
        assertThat(answer(Arrays.copyOf(bytes, bytes.length - 3))).isEqualTo(EnvelopeFault.CUT);
        assertThat(county.received().words).isEmpty();
    }

    @Test
    void altered_header_and_altered_payload() {
        var frame = good(1, "改动");
        var header = frame.header().clone();
        var text = new String(header, StandardCharsets.UTF_8).replace("\"NORMAL\"", "\"HIGH\"");
        assertThat(answer(new Frame(text.getBytes(StandardCharsets.UTF_8), frame.signature(), frame.content()).bytes()))
                .isEqualTo(EnvelopeFault.HEADER_ALTERED);
        var content = "改掉".getBytes(StandardCharsets.UTF_8);
        assertThat(answer(new Frame(frame.header(), frame.signature(), content).bytes()))
                .isEqualTo(EnvelopeFault.PAYLOAD_ALTERED);
    }

    @Test
    void declared_size_that_is_not_the_real_one() {
        var frame = good(1, "大小");
        assertThat(answer(new Frame(frame.header(), frame.signature(), new byte[100]).bytes()))
                .isEqualTo(EnvelopeFault.SIZE_WRONG);
    }

    @Test
    void a_whole_that_does_not_fit_is_refused_and_the_channel_goes_on() {
        var payload = "真的".getBytes(StandardCharsets.UTF_8);
        var lying = new EnvelopeLine(
                "test",
                1,
                "test.text",
                "",
                Priority.NORMAL,
                CLOCK.instant(),
                CLOCK.instant().plusSeconds(60),
                5_000,
                city.bean(FrameWriter.class).digest(payload),
                1,
                1,
                null,
                false);
        assertThat(answer(frame(city, county.code(), lying, payload).bytes())).isNull();
        assertThat(answer(good(2, "后面的").bytes())).isNull();

        assertThat(county.received().words).containsExactly("后面的");
        assertThat(state(1)).isEqualTo("REFUSED exchange.fault.PAYLOAD_ALTERED");
    }

    private static String state(long number) {
        return county.bean(JdbcClient.class)
                .sql(
                        "select state || ' ' || note_key from exchange.arrival where contract = 'test' and number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    @Test
    void repeated_is_applied_once_and_the_same_number_with_another_content_is_refused() {
        var frame = good(1, "一次");
        assertThat(answer(frame.bytes())).isNull();
        assertThat(answer(frame.bytes())).isNull();
        assertThat(answer(good(1, "冒充").bytes())).isEqualTo(EnvelopeFault.NUMBER_TAKEN);

        assertThat(county.received().words).containsExactly("一次");
    }

    @Test
    void out_of_order_waits_for_its_turn() {
        assertThat(answer(good(3, "三").bytes())).isNull();
        assertThat(answer(good(2, "二").bytes())).isNull();
        assertThat(county.received().words).isEmpty();
        assertThat(answer(good(1, "一").bytes())).isNull();

        assertThat(county.received().words).containsExactly("一", "二", "三");
    }

    @Test
    void a_gap_is_asked_for_and_filled() {
        var first = city.send(county, "丢了");
        var second = city.send(county, "到了");
        city.inTransaction(() -> city.bean(JdbcClient.class)
                .sql("update exchange.envelope set due_at = now() + interval '100 years', number = 1 where id = :id")
                .param("id", first.value())
                .update());
        city.bean(JdbcClient.class)
                .sql(
                        "insert into exchange.channel_out (receiver, contract, next_number) values ('370102-main', 'test', 2)")
                .update();
        city.carry();
        assertThat(county.received().words).isEmpty();
        assertThat(city.stateOf(second)).isEqualTo(EnvelopeState.SENT);

        CLOCK.advance(Duration.ofSeconds(40));
        county.carry();
        city.carry();

        assertThat(county.received().words).containsExactly("丢了", "到了");
    }

    @Test
    void a_missing_piece_is_asked_for() {
        var id = city.send(EnvelopeRequest.of("test.text", county.code(), new byte[3_000_000]));
        city.bean(JdbcClient.class)
                .sql("update exchange.piece set taken = true where envelope = :id and number = 2")
                .param("id", id.value())
                .update();
        city.carry();
        assertThat(county.received().words).isEmpty();

        CLOCK.advance(Duration.ofSeconds(10));
        county.carry();
        city.carry();

        assertThat(county.received().words).hasSize(1);
        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.APPLIED);
    }

    @Test
    void unknown_revoked_and_foreign_senders() {
        try (var stranger = TestNode.start("999999-other", CLOCK, folder)) {
            var payload = new byte[] {1};
            var line = line(1, payload, 1, 1);
            assertThat(answer(frame(stranger, county.code(), line, payload).bytes()))
                    .isEqualTo(EnvelopeFault.UNKNOWN_SENDER);
            // the stranger's key under a known name
            county.accept(stranger, Transport.PUSH, false);
            county.bean(JdbcClient.class)
                    .sql("delete from exchange.node_key where node = '999999-other'")
                    .update();
            county.forgetNodes();
            assertThat(answer(frame(stranger, county.code(), line, payload).bytes()))
                    .isEqualTo(EnvelopeFault.UNKNOWN_KEY);
        }
        county.bean(NodeOffice.class).revoke(city.code(), "测试", TestNode.HE);
        assertThat(answer(good(1, "撤销").bytes())).isEqualTo(EnvelopeFault.REVOKED_SENDER);
    }

    @Test
    void wrong_suite() {
        county.bean(JdbcClient.class)
                .sql("update exchange.node set suite = 'SM2' where code = '370100-main'")
                .update();
        county.forgetNodes();
        assertThat(answer(good(1, "算法").bytes())).isEqualTo(EnvelopeFault.WRONG_SUITE);
    }

    @Test
    void for_another_receiver() {
        var payload = new byte[] {1};
        assertThat(answer(frame(city, new NodeCode("370181-main"), line(1, payload, 1, 1), payload)
                        .bytes()))
                .isEqualTo(EnvelopeFault.OTHER_RECEIVER);
    }

    @Test
    void expired_ends_in_the_ledger_and_from_the_future_is_not_taken() {
        var frame = good(1, "过期");
        CLOCK.advance(Duration.ofDays(2));
        assertThat(answer(frame.bytes())).isNull();
        assertThat(state(1)).isEqualTo("EXPIRED exchange.ended.EXPIRED");
        CLOCK.advance(Duration.ofHours(1));
        var ahead = good(2, "将来");
        CLOCK.advance(Duration.ofMinutes(-30));
        assertThat(answer(ahead.bytes())).isEqualTo(EnvelopeFault.FROM_FUTURE);
        CLOCK.advance(Duration.ofMinutes(26));
        assertThat(answer(ahead.bytes())).as("within the difference of clocks").isNull();
    }

    @Test
    void oversize() {
        var payload = new byte[] {1};
        var huge = new EnvelopeLine(
                "test",
                1,
                "test.text",
                "",
                Priority.NORMAL,
                CLOCK.instant(),
                CLOCK.instant().plusSeconds(60),
                5_000_000_000L,
                "",
                1,
                4_769,
                null,
                false);
        assertThat(answer(frame(city, county.code(), huge, payload).bytes())).isEqualTo(EnvelopeFault.OVERSIZE);
    }

    @Test
    void disk_full() {
        try (var small = TestNode.start("370103-main", CLOCK, folder, "zhengtong.exchange.reserve=9000000GB")) {
            TestNode.introduce(city, small, Transport.PUSH, Transport.PUSH);
            var id = city.send(small, "没地方");
            city.carry();

            assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.WAITING);
            assertThat(city.bean(JdbcClient.class)
                            .sql("select distinct fault from exchange.envelope where receiver = '370103-main'")
                            .query(String.class)
                            .list())
                    .containsExactly("NO_ROOM");
        }
    }

    @Test
    void a_loop_of_nodes() {
        var inner = good(1, "绕圈");
        var passed = new PassedFrame(List.of("370102-main", "370100-main"), inner.bytes());
        var id = city.send(EnvelopeRequest.of(PassedFrame.KIND, county.code(), passed.bytes()));
        city.carry();

        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.REFUSED);
        assertThat(city.recorded().events)
                .contains(new EnvelopeRefused(
                        id, county.code(), PassedFrame.KIND, ReceiptNote.refused("exchange.fault.LOOP")));
    }

    @Test
    void not_a_frame() {
        assertThat(answer("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(EnvelopeFault.UNREADABLE);
        var two = new ByteArrayOutputStream();
        two.writeBytes(good(1, "好").bytes());
        two.writeBytes(new byte[] {'x'});
        assertThat(answers(two.toByteArray()))
                .extracting(AnswerLine::fault)
                .containsExactly(null, EnvelopeFault.UNREADABLE);
    }
}
