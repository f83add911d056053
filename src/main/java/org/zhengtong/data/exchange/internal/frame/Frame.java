package org.zhengtong.data.exchange.internal.frame;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame as bytes: {@code ZTX1}, length and octets of the header, length and octets of the signature, length and octets of the
 * content. The signature covers the header as it was written, the header has the content's digest; so no octet can change unseen.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(byte[] header, byte[] signature, byte[] content) {

    static final byte[] MAGIC = "ZTX1".getBytes(StandardCharsets.US_ASCII);

    /** Longest header, signature and content that are read. */
    public static final int LONGEST_HEADER = 16_384;

    static final int LONGEST_SIGNATURE = 512;

    /** A payload is cut into pieces of this size; encryption adds a few octets. */
    public static final int PIECE = 1 << 20;

    static final int LONGEST_CONTENT = PIECE + 4_096;

    private static final byte[] DOMAIN = "zhengtong frame v1\n".getBytes(StandardCharsets.US_ASCII);

    /** The frame as it travels. */
    public byte[] bytes() {
        return ByteBuffer.allocate(size())
                .put(MAGIC)
                .putInt(header.length)
                .put(header)
                .putShort((short) signature.length)
                .put(signature)
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** Octets of the frame. */
    public int size() {
        return MAGIC.length + 4 + header.length + 2 + signature.length + 4 + content.length;
    }

    /** What the signature covers: a line that no other use of the key begins with, then the header. */
    public byte[] signed() {
        return signed(header);
    }

    static byte[] signed(byte[] header) {
        return ByteBuffer.allocate(DOMAIN.length + header.length)
                .put(DOMAIN)
                .put(header)
                .array();
    }

    /** The frame in these bytes; a {@link FrameException} when they are none, or more than one. */
    public static Frame of(byte[] bytes) {
        var reader = new FrameReader(new ByteArrayInputStream(bytes));
        var frame = reader.next().orElseThrow(() -> new FrameException(org.zhengtong.data.exchange.EnvelopeFault.CUT));
        if (reader.next().isPresent()) {
            throw new FrameException(org.zhengtong.data.exchange.EnvelopeFault.SIZE_WRONG);
        }
        return frame;
    }
}
