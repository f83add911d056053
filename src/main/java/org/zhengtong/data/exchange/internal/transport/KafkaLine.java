package org.zhengtong.data.exchange.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.zhengtong.data.exchange.ExchangeSettings;

/**
 * Two topics between this node and another, one each way, each read and written in its partition 0, where order holds. What is longer
 * than a message travels in {@link KafkaParts}.
 */
final class KafkaLine implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final int MOST_TOGETHER = 16 << 20;

    private final TopicPartition out;
    private final TopicPartition in;
    private final int message;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long kept = -1;
    private long seen;

    private KafkaLine(ExchangeSettings.Kafka settings, String own, String other) {
        this.out = new TopicPartition(settings.prefix() + own + "." + other, 0);
        this.in = new TopicPartition(settings.prefix() + other + "." + own, 0);
        this.message = (int) settings.message().toBytes() - KafkaParts.PREFIX;
        this.producer = new KafkaProducer<>(writing(settings), new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(reading(settings, own), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Connects, and makes the topics where there are none. */
    static KafkaLine open(ExchangeSettings.Kafka settings, String own, String other) throws InterruptedException {
        var line = new KafkaLine(settings, own, other);
        try {
            line.makeTopics(common(settings));
            line.consumer.assign(List.of(line.in));
            return line;
        } catch (InterruptedException | RuntimeException failure) {
            line.close();
            throw failure;
        }
    }

    private static Properties common(ExchangeSettings.Kafka settings) {
        var properties = new Properties();
        properties.put("request.timeout.ms", (int) ANSWER.toMillis());
        properties.put("default.api.timeout.ms", 2 * (int) ANSWER.toMillis());
        // lines are closed when the cluster is away, so a client need not look for another way by itself
        properties.put("metadata.recovery.strategy", "none");
        properties.put("reconnect.backoff.ms", 500L);
        properties.put("reconnect.backoff.max.ms", 2_000L);
        properties.putAll(settings.properties());
        properties.put("bootstrap.servers", settings.servers());
        return properties;
    }

    private static Properties writing(ExchangeSettings.Kafka settings) {
        var properties = common(settings);
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("compression.type", "none");
        properties.put("max.block.ms", ANSWER.toMillis());
        properties.put("delivery.timeout.ms", 2 * (int) ANSWER.toMillis());
        properties.put("max.request.size", (int) settings.message().toBytes() + 4_096);
        // a message that waits for others could become a batch that is too large
        properties.put("batch.size", 0);
        return properties;
    }

    private static Properties reading(ExchangeSettings.Kafka settings, String own) {
        var properties = common(settings);
        properties.put("group.id", settings.prefix() + own);
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        return properties;
    }

    private void makeTopics(Properties properties) throws InterruptedException {
        try (var admin = Admin.create(properties)) {
            var topics = List.of(out.topic(), in.topic());
            var known = admin.listTopics().names().get();
            var missing = topics.stream()
                    .filter(topic -> !known.contains(topic))
                    .map(topic -> new NewTopic(topic, Optional.of(1), Optional.empty()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failed(failure);
            }
        }
    }

    private static IllegalStateException failed(ExecutionException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        var advice = cause instanceof RecordTooLargeException ? "; lower zhengtong.exchange.kafka.message" : "";
        return new IllegalStateException(cause.getClass().getSimpleName() + " " + cause.getMessage() + advice, cause);
    }

    /** Sends these, one after the other; returns when the cluster has them all. */
    void send(List<byte[]> things) throws InterruptedException {
        var sent = new ArrayList<Future<?>>();
        for (var thing : things) {
            for (var part : KafkaParts.cut(thing, message)) {
                sent.add(producer.send(new ProducerRecord<>(out.topic(), out.partition(), null, part)));
            }
        }
        try {
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw failed(failure);
        }
    }

    /**
     * What came.
     *
     * @param next where to go on when all of it is kept
     * @param read all messages before this were looked at
     */
    record Come(List<byte[]> things, long next, long read) {}

    /** What came since the last {@link #keep}, and is whole. */
    Come receive() {
        var place = consumer.committed(Set.of(in)).get(in);
        if (place == null) {
            consumer.seekToBeginning(List.of(in));
        } else {
            consumer.seek(in, place.offset());
        }
        var from = consumer.position(in);
        var come = new KafkaParts(from, from == kept ? seen : from);
        for (var records = consumer.poll(LISTEN);
                !records.isEmpty() && come.octets() < MOST_TOGETHER;
                records = consumer.poll(LISTEN)) {
            records.records(in).forEach(come::add);
        }
        return new Come(come.whole(), come.next(), come.read());
    }

    /** This is kept and need not come again. A thing that lacks a part is waited for, so its first part is read again. */
    void keep(Come come) {
        consumer.commitSync(Map.of(in, new OffsetAndMetadata(come.next())));
        kept = come.next();
        seen = come.read();
    }

    String topic() {
        return in.topic();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
}
