package org.zhengtong.data.exchange.internal.frame;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.TrustSuite;

/**
 * The signed part of a frame.
 *
 * @param id of the envelope, or a new one for other frames
 * @param receiver whom it is for; empty for a card, which is for everybody
 * @param suite of signature and digests
 * @param key which of the sender's keys signed
 * @param at when it was signed
 * @param size octets of the content
 * @param digest of the content, in hexadecimal
 * @param envelope for {@link FrameType#ENVELOPE} only
 */
public record FrameHeader(
        int version,
        FrameType type,
        String id,
        String sender,
        String receiver,
        TrustSuite suite,
        String key,
        Instant at,
        long size,
        String digest,
        @Nullable EnvelopeLine envelope) {

    /** The version written here. */
    public static final int VERSION = 1;

    /** The line of a header that {@link FrameCheck} found to be of an envelope. */
    public EnvelopeLine line() {
        var line = envelope;
        if (line == null) {
            throw new IllegalStateException("Not a frame of an envelope: " + id);
        }
        return line;
    }
}
