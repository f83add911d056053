package org.zhengtong.service.crossing.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What travels: the length of the head in four octets, the head as JSON, then the files that the head lists, one behind the other.
 * Neither end holds a file in memory.
 */
final class Parcel implements AutoCloseable {

    static final String FILES = "files";
    private static final int LONGEST_HEAD = 32 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode head;
    private final DataInputStream rest;

    private Parcel(ObjectNode head, DataInputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    /** A parcel that is read while it leaves. */
    static InputStream write(ObjectNode head, List<InputStreamSource> files) {
        var text = JSON.writeValueAsBytes(head);
        var parts = new ArrayList<InputStream>();
        parts.add(new ByteArrayInputStream(
                ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array()));
        parts.add(new ByteArrayInputStream(text));
        files.forEach(file -> parts.add(new OpenedLate(file)));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Reads the head; fails with {@link IOException} when there is none. */
    static Parcel open(InputStream payload) throws IOException {
        var data = new DataInputStream(payload);
        var length = data.readInt();
        if (length < 2 || length > LONGEST_HEAD) {
            throw new IOException("A head of " + length + " octets");
        }
        try {
            if (JSON.readTree(data.readNBytes(length)) instanceof ObjectNode head) {
                return new Parcel(head, data);
            }
        } catch (JacksonException unreadable) {
            throw new IOException(unreadable);
        }
        throw new IOException("A head that is no object");
    }

    ObjectNode head() {
        return head;
    }

    /** The next file of this size. */
    InputStream next(long size) {
        return new Piece(rest, size);
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }

    /** Opens its source at the first read. */
    private static final class OpenedLate extends InputStream {

        private final InputStreamSource source;
        private @Nullable InputStream opened;

        OpenedLate(InputStreamSource source) {
            this.source = source;
        }

        private InputStream stream() {
            var stream = opened;
            if (stream == null) {
                try {
                    stream = source.getInputStream();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                opened = stream;
            }
            return stream;
        }

        @Override
        public int read() throws IOException {
            return stream().read();
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            return stream().read(into, offset, most);
        }

        @Override
        public void close() throws IOException {
            var stream = opened;
            if (stream != null) {
                stream.close();
            }
        }
    }

    /** So many octets of the rest; closing it skips what was not read. */
    private static final class Piece extends FilterInputStream {

        private long left;

        Piece(InputStream rest, long size) {
            super(rest);
            left = size;
        }

        @Override
        public int read() throws IOException {
            if (left <= 0) {
                return -1;
            }
            var octet = super.read();
            left -= octet < 0 ? 0 : 1;
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            if (left <= 0) {
                return -1;
            }
            var count = super.read(into, offset, (int) Math.min(most, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            skipNBytes(left);
        }

        @Override
        public long skip(long most) throws IOException {
            var count = super.skip(Math.min(most, left));
            left -= count;
            return count;
        }
    }
}
