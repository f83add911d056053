package org.zhengtong.data.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the exchange of this node fares, for the page that says so of the whole node. */
public interface ExchangeHealth {

    /** Counts now. */
    Standing standing();

    /**
     * A few figures.
     *
     * @param neighbours nodes that are trusted and reached without another one between
     * @param waiting envelopes that are not at their end, in both directions
     * @param oldestAt the oldest of these
     * @param silent channels that should have brought something
     * @param quarantined pieces that somebody has to decide about
     * @param oldestTrustAt date of the oldest trust list of a neighbour that sends one
     */
    record Standing(
            long neighbours,
            long waiting,
            @Nullable Instant oldestAt,
            long silent,
            long quarantined,
            @Nullable Instant oldestTrustAt) {}
}
