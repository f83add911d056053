package org.zhengtong.data.registers.internal.loading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows on their way to the database: as read, as lines of COPY, and as they count for the digest. */
final class Chunk {

    private static final byte SEPARATOR = 0x1f;
    private static final byte NOTHING = 0x1e;
    private static final byte END = 0x1d;

    private final int number;
    private final long firstRow;
    private final List<@Nullable String[]> raw = new ArrayList<>();
    private final Bytes lines = new Bytes();
    private final Bytes canonical = new Bytes();
    private int[] ends = new int[1024];
    private String cursor;

    Chunk(int number, long firstRow, String cursor) {
        this.number = number;
        this.firstRow = firstRow;
        this.cursor = cursor;
    }

    /** Takes a row: as read, its kept forms, and what goes beside them into the staging table. */
    void add(@Nullable String[] read, @Nullable String[] forms, int items) {
        if (raw.size() == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        lines.ascii(Integer.toString(raw.size()));
        for (var at = 0; at < forms.length; at++) {
            var value = forms[at];
            var bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            lines.put((byte) '\t');
            lines.field(bytes);
            if (at < items) {
                if (at > 0) {
                    canonical.put(SEPARATOR);
                }
                if (bytes == null) {
                    canonical.put(NOTHING);
                } else {
                    canonical.put(bytes, bytes.length);
                }
            }
        }
        lines.put((byte) '\n');
        canonical.put(END);
        ends[raw.size()] = canonical.length;
        raw.add(read);
    }

    void endAt(String place) {
        cursor = place;
    }

    int number() {
        return number;
    }

    long firstRow() {
        return firstRow;
    }

    int size() {
        return raw.size();
    }

    String cursor() {
        return cursor;
    }

    @Nullable
    String[] read(int row) {
        return raw.get(row);
    }

    byte[] copyBytes() {
        return lines.bytes;
    }

    int copyLength() {
        return lines.length;
    }

    /** SHA-256 over the rows that were not set aside. */
    String digestWithout(Set<Integer> setAside) {
        var digest = sha256();
        var from = 0;
        for (var row = 0; row < raw.size(); row++) {
            if (setAside.contains(row)) {
                var begin = row == 0 ? 0 : ends[row - 1];
                digest.update(canonical.bytes, from, begin - from);
                from = ends[row];
            }
        }
        digest.update(canonical.bytes, from, canonical.length - from);
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bytes that grow. */
    private static final class Bytes {

        private byte[] bytes = new byte[1 << 20];
        private int length;

        private void room(int more) {
            if (length + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }

        void put(byte one) {
            room(1);
            bytes[length++] = one;
        }

        void put(byte[] many, int count) {
            room(count);
            System.arraycopy(many, 0, bytes, length, count);
            length += count;
        }

        void ascii(String text) {
            for (var at = 0; at < text.length(); at++) {
                put((byte) text.charAt(at));
            }
        }

        /** A field of COPY's text format; kept forms have no control characters, so only the backslash is escaped. */
        void field(byte @Nullable [] value) {
            if (value == null) {
                put((byte) '\\');
                put((byte) 'N');
                return;
            }
            room(2 * value.length);
            for (var each : value) {
                if (each == '\\') {
                    bytes[length++] = '\\';
                }
                bytes[length++] = each;
            }
        }
    }
}
