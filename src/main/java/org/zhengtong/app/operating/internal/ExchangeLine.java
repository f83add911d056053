package org.zhengtong.app.operating.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.operating.HealthLine;
import org.zhengtong.data.exchange.ExchangeHealth;
import org.zhengtong.data.exchange.KeptSnapshots;
import org.zhengtong.data.exchange.KeptSnapshots.Kept;

/** How the exchange with other nodes fares: what needs somebody most is said. */
@Component
class ExchangeLine {

    private static final String PART = "exchange";
    private static final Duration LONG_ON_ITS_WAY = Duration.ofDays(1);
    private static final Duration OLD_TRUST = Duration.ofDays(3);

    private final ExchangeHealth exchange;
    private final List<KeptSnapshots> snapshots;
    private final Clock clock;

    ExchangeLine(ExchangeHealth exchange, List<KeptSnapshots> snapshots, Clock clock) {
        this.exchange = exchange;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    HealthLine look() {
        var standing = exchange.standing();
        if (standing.neighbours() == 0) {
            return HealthLine.good(PART, "alone");
        }
        if (standing.silent() > 0) {
            return HealthLine.bad(PART, "silent", standing.silent()).at("/staff/exchange/channels");
        }
        if (standing.quarantined() > 0) {
            return HealthLine.care(PART, "quarantined", standing.quarantined()).at("/staff/exchange/quarantine");
        }
        var oldest = oldest();
        if (oldest != null && oldest.over()) {
            return HealthLine.bad(PART, "snapshot_over", oldest.node().value(), days(oldest.madeAt()))
                    .at("/staff/exchange/nodes");
        }
        if (olderThan(standing.oldestAt(), LONG_ON_ITS_WAY)) {
            return HealthLine.care(PART, "waiting", standing.waiting(), hours(standing.oldestAt()))
                    .at("/staff/exchange/envelopes?open=true");
        }
        if (olderThan(standing.oldestTrustAt(), OLD_TRUST)) {
            return HealthLine.care(PART, "trust", hours(standing.oldestTrustAt()) / 24)
                    .at("/staff/exchange/nodes");
        }
        if (oldest != null && oldest.old()) {
            return HealthLine.care(PART, "snapshot_old", oldest.node().value(), days(oldest.madeAt()))
                    .at("/staff/exchange/nodes");
        }
        return HealthLine.good(PART, "good", standing.neighbours(), standing.waiting());
    }

    /** What ended comes first, then what is oldest. */
    private @Nullable Kept oldest() {
        return snapshots.stream()
                .flatMap(each -> each.kept().stream())
                .min(Comparator.comparing(Kept::over).reversed().thenComparing(Kept::madeAt))
                .orElse(null);
    }

    private long days(Instant at) {
        return Duration.between(at, clock.instant()).toDays();
    }

    private boolean olderThan(@Nullable Instant at, Duration age) {
        return at != null && at.isBefore(clock.instant().minus(age));
    }

    private long hours(@Nullable Instant at) {
        return at == null ? 0 : Duration.between(at, clock.instant()).toHours();
    }
}
