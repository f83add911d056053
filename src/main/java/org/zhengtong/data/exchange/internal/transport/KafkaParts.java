package org.zhengtong.data.exchange.internal.transport;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Things cut into messages and put together again. A part begins with the number of the cut thing, its own place and how many there
 * are. Writers may have died in the middle of a thing, or two may have written at a time.
 */
final class KafkaParts {

    static final int PREFIX = 16 + 4 + 4;
    private static final int MOST_PARTS = 64;
    private static final int CLOSE_TOGETHER = 1_000;

    private final List<byte[]> whole = new ArrayList<>();
    private final Map<UUID, Open> open = new HashMap<>();
    private final long seen;
    private long read;
    private long octets;

    /** Reads from a place; what was whole before the other one was given away already. */
    KafkaParts(long from, long seen) {
        this.read = from;
        this.seen = seen;
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

    static List<byte[]> cut(byte[] thing, int message) {
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

    List<byte[]> whole() {
        return whole;
    }

    long octets() {
        return octets;
    }

    void add(ConsumerRecord<byte[], byte[]> message) {
        read = message.offset() + 1;
        var value = message.value();
        octets += value == null ? 0 : value.length;
        if (value == null || value.length < PREFIX) {
            give(value == null ? new byte[0] : value);
            return;
        }
        var content = ByteBuffer.wrap(value);
        var id = new UUID(content.getLong(), content.getLong());
        var place = content.getInt();
        var count = content.getInt();
        if (count < 1 || count > MOST_PARTS || place < 0 || place >= count) {
            give(value);
            return;
        }
        var thing = open.computeIfAbsent(id, _ -> new Open(count, message.offset()));
        if (place < thing.parts.length) {
            thing.parts[place] = Arrays.copyOfRange(value, PREFIX, value.length);
        }
        if (Arrays.stream(thing.parts).allMatch(part -> part != null)) {
            open.remove(id);
            give(joined(thing.parts));
        }
    }

    private void give(byte[] thing) {
        if (read > seen) {
            whole.add(thing);
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

    /** All messages before this were looked at. */
    long read() {
        return read;
    }

    /** Parts stand close together: what is still open after many others will never be whole. */
    long next() {
        return open.values().stream()
                .mapToLong(thing -> thing.first)
                .filter(first -> read - first < CLOSE_TOGETHER)
                .min()
                .orElse(read);
    }
}
