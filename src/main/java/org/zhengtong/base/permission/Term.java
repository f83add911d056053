package org.zhengtong.base.permission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From when until when something holds; either side may be open. The end is the first moment at which it holds no longer. */
public record Term(@Nullable Instant startsAt, @Nullable Instant endsAt) {
    /** Without a limit on either side. */
    public static final Term OPEN = new Term(null, null);

    public Term {
        if (startsAt != null && endsAt != null && !startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("Ends no later than it begins: " + startsAt + " " + endsAt);
        }
    }

    /** From the morning of the first day to the end of the last; null leaves a side open. */
    public static Term ofDays(@Nullable LocalDate firstOn, @Nullable LocalDate lastOn, ZoneId zone) {
        return new Term(
                firstOn == null ? null : firstOn.atStartOfDay(zone).toInstant(),
                lastOn == null ? null : lastOn.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
