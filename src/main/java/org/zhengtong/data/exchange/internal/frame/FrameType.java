package org.zhengtong.data.exchange.internal.frame;

/** What a frame is for. */
public enum FrameType {
    /** A piece of an envelope. */
    ENVELOPE,
    /** What came of envelopes that arrived, as a list. */
    RECEIPTS,
    /** What came of frames just taken, as a list. */
    ANSWERS,
    /** Which places of a channel or pieces of an envelope are missing, as a list. */
    ASKING,
    /** Gives what waits for the sender of this frame. */
    FETCH,
    /** Stands first in a ferried file and says what follows. */
    MANIFEST,
    /** A node's card, as it is carried by hand or fetched. */
    CARD,
    /** Asks another node something at once. */
    CALL,
    /** The answer to a {@link #CALL}, under the same id. */
    CALL_ANSWER
}
