package org.zhengtong.data.exchange.internal.transport;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
 * than a message is cut; a part begins with the number of the cut thing, its own place and how many there are.
 */
final class KafkaLine implements AutoCloseable {

    private static final int PREFIX = 16 + 4 + 4;
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration LISTEN = Duration.ofMillis(200);
    private static final int MOST_TOGETHER = 16 << 20;

    private final TopicPartition out;
    private final TopicPartition in;
    private final int message;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private KafkaLine(ExchangeSettings.Kafka settings, String own, String other) {
        this.out = new TopicPartition(settings.prefix() + own + "." + other, 0);
        this.in = new TopicPartition(settings.prefix() + other + "." + own, 0);
        this.message = (int) settings.message().toBytes() - PREFIX;
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
            for (var part : cut(thing)) {
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

    private List<byte[]> cut(byte[] thing) {
        var id = UUID.randomUUID();
        var count = Math.ceilDiv(thing.length, message);
        var parts = new ArrayList<byte[]>(count);
        for (var place = 0; place < count; place++) {
            var from = place * message;
            var length = Math.min(message, thing.length - from);
            parts.add(ByteBuffer.allocate(PREFIX + length)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putInt(place)
                    .putInt(count)
                    .put(thing, from, length)
                    .array());
        }
        return parts;
    }

    /** What came; {@code next} is where to go on when all of it is kept. */
    record Come(List<byte[]> things, long next) {}

    /** What came since the last {@link #keep}, and is whole. */
    Come receive() {
        var place = consumer.committed(Set.of(in)).get(in);
        if (place == null) {
            consumer.seekToBeginning(List.of(in));
        } else {
            consumer.seek(in, place.offset());
        }
        var come = new Joining(consumer.position(in));
        for (var records = consumer.poll(LISTEN);
                !records.isEmpty() && come.octets < MOST_TOGETHER;
                records = consumer.poll(LISTEN)) {
            records.records(in).forEach(come::add);
        }
        return new Come(come.whole, come.next());
    }

    /** All before this place is kept and need not come again. */
    void keep(long next) {
        consumer.commitSync(Map.of(in, new OffsetAndMetadata(next)));
    }

    String topic() {
        return in.topic();
    }

    /** Puts parts together. Writers may have died in the middle of a thing, or two may have written at a time. */
    private static final class Joining {
        private final List<byte[]> whole = new ArrayList<>();
        private final Map<UUID, Open> open = new HashMap<>();
        private long read;
        private long octets;

        Joining(long from) {
            this.read = from;
        }

        /** A thing of which parts are missing. */
        private static final class Open {
            private final byte[][] parts;
            private final long first;

            Open(int count, long first) {
                this.parts = new byte[count][];
                this.first = first;
            }
        }

        void add(ConsumerRecord<byte[], byte[]> message) {
            read = message.offset() + 1;
            var value = message.value();
            octets += value == null ? 0 : value.length;
            if (value == null || value.length < PREFIX) {
                whole.add(value == null ? new byte[0] : value);
                return;
            }
            var content = ByteBuffer.wrap(value);
            var id = new UUID(content.getLong(), content.getLong());
            var place = content.getInt();
            var count = content.getInt();
            if (count < 1 || count > 64 || place < 0 || place >= count) {
                whole.add(value);
                return;
            }
            var thing = open.computeIfAbsent(id, _ -> new Open(count, message.offset()));
            if (place < thing.parts.length) {
                thing.parts[place] = Arrays.copyOfRange(value, PREFIX, value.length);
            }
            if (Arrays.stream(thing.parts).allMatch(part -> part != null)) {
                open.remove(id);
                whole.add(joined(thing.parts));
            }
        }

        private static byte[] joined(byte[][] parts) {
            var all = ByteBuffer.allocate(
                    Arrays.stream(parts).mapToInt(part -> part.length).sum());
            for (var part : parts) {
                all.put(part);
            }
            return all.array();
        }

        /** Parts stand close together: what is still open after many others will never be whole. */
        long next() {
            return open.values().stream()
                    .mapToLong(thing -> thing.first)
                    .filter(first -> read - first < 1_000)
                    .min()
                    .orElse(read);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
}
