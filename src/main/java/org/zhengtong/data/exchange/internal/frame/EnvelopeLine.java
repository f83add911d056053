package org.zhengtong.data.exchange.internal.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.Priority;

/**
 * What the header of a piece says of its envelope.
 *
 * @param number place in the channel of sender, receiver and contract, from 1
 * @param size octets of the whole payload as it travels
 * @param digest of the whole payload, in hexadecimal
 * @param piece from 1 to {@code pieces}
 * @param wrappedSecret in Base64, when the payload is encrypted
 * @param withdrawn the place is given up: there is no payload, the channel goes on
 */
public record EnvelopeLine(
        String contract,
        long number,
        String kind,
        String purpose,
        Priority priority,
        Instant createdAt,
        Instant validUntil,
        long size,
        String digest,
        int piece,
        int pieces,
        @Nullable String wrappedSecret,
        boolean withdrawn) {}
