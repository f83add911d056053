package org.zhengtong.base.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Identifier of an entry: a UUID of version 7, so that entries sort by time; its random part also hides the content behind the leaf hash. */
public record EntryId(UUID value) implements Comparable<EntryId> {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Reads the usual form with dashes. */
    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    /** The smallest identifier an entry of this instant can have; for searching by time. */
    public static EntryId lowest(Instant at) {
        return new EntryId(new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L));
    }

    /** The calendar year in China in which the entry was made. */
    public int year() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16)
                .atZone(CHINA)
                .getYear();
    }

    @Override
    public int compareTo(EntryId other) {
        var high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
