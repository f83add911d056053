package org.zhengtong.data.exchange.internal.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A frame of others on its way: a line with the nodes it passed, parted by spaces, then the frame. */
@SuppressWarnings("ArrayRecordComponent")
public record PassedFrame(List<String> path, byte[] frame) {

    /** The kind of envelopes that hold one. */
    public static final String KIND = "exchange.passed_frame";

    private static final int LONGEST_PATH = 1_000;

    public byte[] bytes() {
        var line = (String.join(" ", path) + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(line.length + frame.length)
                .put(line)
                .put(frame)
                .array();
    }

    /** Reads one; an {@link IllegalArgumentException} when it is none. */
    public static PassedFrame of(byte[] bytes) {
        for (var at = 0; at < Math.min(bytes.length, LONGEST_PATH); at++) {
            if (bytes[at] == '\n') {
                var path = new String(bytes, 0, at, StandardCharsets.US_ASCII);
                return new PassedFrame(List.of(path.split(" ", -1)), Arrays.copyOfRange(bytes, at + 1, bytes.length));
            }
        }
        throw new IllegalArgumentException("Not a passed frame");
    }
}
