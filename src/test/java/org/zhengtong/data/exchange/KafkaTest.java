package org.zhengtong.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.KafkaServer;
import org.zhengtong.testing.SettableClock;

/** Envelopes over a real broker: each applied once, in order, whatever the broker does meanwhile. */
class KafkaTest {

    @TempDir
    private static Path folder;

    private static KafkaServer broker;
    private static SettableClock clock;
    private static TestNode city;
    private static TestNode county;

    @BeforeAll
    static void starts() throws Exception {
        broker = KafkaServer.start();
        clock = new SettableClock();
        city = node("370100-main");
        county = node("370102-main");
    }

    private static TestNode node(String code) {
        return TestNode.start(
                code,
                clock,
                folder,
                "zhengtong.trust.suite=ecdsa",
                "zhengtong.exchange.kafka.servers=" + broker.servers(),
                "zhengtong.exchange.kafka.properties.request.timeout.ms=4000",
                "zhengtong.exchange.kafka.properties.default.api.timeout.ms=5000");
    }

    @AfterAll
    static void ends() {
        city.close();
        county.close();
        broker.close();
    }

    @BeforeEach
    void introduces() {
        city.forget();
        county.forget();
        TestNode.introduce(city, county, Transport.KAFKA, Transport.KAFKA);
    }

    private static void carryBoth() {
        city.carry();
        county.carry();
        city.carry();
    }

    @Test
    void envelopes_are_applied_once_and_in_order() {
        var sent = IntStream.range(0, 30)
                .mapToObj(n -> city.send(county, "第" + n + "件"))
                .toList();
        carryBoth();
        assertThat(county.received().words)
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(n -> "第" + n + "件").toList());
        assertThat(sent).allSatisfy(id -> assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.APPLIED));

        readAllAgain();
        city.send(county, "最后一件");
        carryBoth();
        assertThat(county.received().words).hasSize(31).endsWith("最后一件");
    }

    /** The county's place in the topic is lost, as when the cluster has forgotten it. */
    private static void readAllAgain() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
            admin.alterConsumerGroupOffsets(
                            "zhengtong.370102-main",
                            Map.of(
                                    new TopicPartition("zhengtong.370100-main.370102-main", 0),
                                    new OffsetAndMetadata(0)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    @Test
    void a_broker_that_is_away_and_comes_back_loses_and_doubles_nothing() throws Exception {
        city.send(county, "之前");
        carryBoth();
        broker.kill();
        var id = city.send(county, "中间");
        city.carry();
        assertThat(failure(city)).startsWith("Kafka: ");
        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.WAITING);

        broker.startAgain();
        clock.advance(Duration.ofMinutes(10));
        city.send(county, "之后");
        carryBoth();
        assertThat(county.received().words).containsExactly("之前", "中间", "之后");
        assertThat(failure(city)).isEmpty();
    }

    private static void write(KafkaProducer<byte[], byte[]> stranger, byte[] content) {
        stranger.send(new ProducerRecord<>("zhengtong.370100-main.370102-main", 0, null, content));
    }

    private static String failure(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("select failure from exchange.node")
                .query(String.class)
                .single();
    }

    @Test
    void a_payload_longer_than_a_message_is_carried_in_parts() {
        var payload = new byte[3 * KafkaServer.LONGEST + 7];
        java.util.Arrays.fill(payload, (byte) 'x');
        var id = city.send(EnvelopeRequest.of("test.text", county.code(), payload));
        carryBoth();
        assertThat(county.received().words).containsExactly("xxxxx+" + payload.length);
        assertThat(city.stateOf(id)).isEqualTo(EnvelopeState.APPLIED);
    }

    @Test
    void a_message_that_the_broker_does_not_take_is_told() {
        try (var large = TestNode.start(
                "370103-main",
                clock,
                folder,
                "zhengtong.trust.suite=ecdsa",
                "zhengtong.exchange.kafka.servers=" + broker.servers(),
                "zhengtong.exchange.kafka.message=1200KB")) {
            TestNode.introduce(large, county, Transport.KAFKA, Transport.KAFKA);
            large.send(EnvelopeRequest.of("test.text", county.code(), new byte[1 << 20]));
            large.carry();
            assertThat(failure(large)).contains("RecordTooLarge", "zhengtong.exchange.kafka.message");
        }
    }

    @Test
    void what_others_wrote_into_the_topic_is_kept_apart() {
        city.send(county, "真的");
        city.carry();
        try (var stranger = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.servers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var content : List.of("no frame", "no frame, but longer than the place of a part")) {
                write(stranger, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            // the first of two parts; its writer died
            write(stranger, ByteBuffer.allocate(30).putLong(16, 2).array());
        }
        city.send(county, "后来的");
        carryBoth();
        county.carry();
        assertThat(county.received().words).containsExactly("真的", "后来的");
        assertThat(county.bean(JdbcClient.class)
                        .sql("select fault from exchange.quarantine")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .containsOnly("UNREADABLE");
    }
}
