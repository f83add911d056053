package org.zhengtong.data.exchange.internal.look;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeState;

/**
 * Which envelopes are looked for, newest first; an empty text does not narrow.
 *
 * @param open only those that still wait for something
 * @param beforeAt time and id of the last one of the page before
 */
public record EnvelopeQuery(
        boolean outgoing,
        String node,
        String contract,
        String kind,
        @Nullable EnvelopeState state,
        boolean open,
        @Nullable Instant beforeAt,
        String beforeId,
        int most) {}
