package org.zhengtong.base.audit.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.zhengtong.base.audit.EntryId;

/** Makes identifiers of version 7 (RFC 9562): milliseconds, then 74 random bits. */
final class EntryIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private EntryIds() {}

    static EntryId next(Instant at) {
        var high = at.toEpochMilli() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        var low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new EntryId(new UUID(high, low));
    }
}
