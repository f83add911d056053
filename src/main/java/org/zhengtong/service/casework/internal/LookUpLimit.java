package org.zhengtong.service.casework.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.Settings;

/** Keeps strangers from trying out digits: some look-ups in ten minutes from one address. */
@Component
class LookUpLimit {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Settings settings;
    private final Clock clock;
    private final Cache<String, Tries> tries =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();

    LookUpLimit(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Tries(Instant since, int count) {}

    /** Counts a try; when there were too many, the moment from which the address may try again. */
    @Nullable
    Instant blockedUntil(String address) {
        var now = clock.instant();
        var counted = tries.asMap()
                .merge(
                        address,
                        new Tries(now, 1),
                        (before, first) -> before.since().plus(WINDOW).isAfter(now)
                                ? new Tries(before.since(), before.count() + 1)
                                : first);
        return counted.count() > settings.value(CaseworkSettings.LOOK_UPS)
                ? counted.since().plus(WINDOW)
                : null;
    }
}
