package org.zhengtong.data.exchange.internal.look;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeState;

/**
 * An envelope as the pages show it, at either end.
 *
 * @param node the other end
 * @param at when it was made here, or arrived here
 * @param piecesThere how many pieces left, or arrived
 */
public record EnvelopeLook(
        UUID id,
        boolean outgoing,
        String node,
        String contract,
        @Nullable Long number,
        String kind,
        String purpose,
        boolean confidential,
        long size,
        int pieces,
        int piecesThere,
        EnvelopeState state,
        Instant at,
        Instant createdAt,
        Instant validUntil,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        int tries,
        String fault,
        @Nullable Instant dueAt,
        String noteKey,
        List<String> noteArgs,
        List<String> path) {}
