package org.zhengtong.base.geo.internal.shape;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes one layer of a Mapbox Vector Tile 2.1 in the wire format of Protocol Buffers; features carry code and name. */
final class TileWriter {

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int VERSION = 2;

    private final String layer;
    private final int extent;
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final Message features = new Message();

    TileWriter(String layer, int extent) {
        this.layer = layer;
        this.extent = extent;
    }

    /** A feature of type 1 (points), 2 (lines) or 3 (areas). */
    void add(DrawnFeature feature, int type, List<Integer> commands) {
        var tags = List.of(0, valueAt(feature.code()), 1, valueAt(feature.name()));
        features.bytes(
                2,
                new Message()
                        .number(1, feature.number())
                        .packed(2, tags)
                        .number(3, type)
                        .packed(4, commands)
                        .toBytes());
    }

    private int valueAt(String value) {
        var next = values.size();
        var known = values.putIfAbsent(value, next);
        return known == null ? next : known;
    }

    byte[] bytes() {
        if (values.isEmpty()) {
            return new byte[0];
        }
        var content = new Message().text(1, layer).raw(features).text(3, "code").text(3, "name");
        values.keySet()
                .forEach(value -> content.bytes(4, new Message().text(1, value).toBytes()));
        content.number(5, extent).number(15, VERSION);
        return new Message().bytes(3, content.toBytes()).toBytes();
    }

    /** Fields one after another. */
    private static final class Message {
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3 | VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message bytes(int field, byte[] value) {
            varint(field << 3 | BYTES);
            varint(value.length);
            output.writeBytes(value);
            return this;
        }

        Message packed(int field, List<Integer> numbers) {
            var inner = new Message();
            numbers.forEach(number -> inner.varint(Integer.toUnsignedLong(number)));
            return bytes(field, inner.toBytes());
        }

        Message raw(Message other) {
            output.writeBytes(other.toBytes());
            return this;
        }

        private void varint(long value) {
            var left = value;
            while ((left & ~0x7FL) != 0) {
                output.write((int) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            output.write((int) left);
        }

        byte[] toBytes() {
            return output.toByteArray();
        }
    }
}
