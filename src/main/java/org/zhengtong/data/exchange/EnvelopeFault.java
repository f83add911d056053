package org.zhengtong.data.exchange;

/** What can be wrong with a frame that arrives; each has an answer in words under {@code exchange.fault.<name>}. */
public enum EnvelopeFault {
    /** Not a frame at all, or one of another version. */
    UNREADABLE,
    /** The frame ends too early. */
    CUT,
    /** The signature does not fit the header. */
    HEADER_ALTERED,
    /** The content does not fit the digest in the header. */
    PAYLOAD_ALTERED,
    /** The content is longer or shorter than the header says. */
    SIZE_WRONG,
    /** Nobody here knows the sender. */
    UNKNOWN_SENDER,
    /** The sender is not trusted any more. */
    REVOKED_SENDER,
    /** The sender signs with a key that is not on its card. */
    UNKNOWN_KEY,
    /** The frame names another suite of algorithms than the sender's card. */
    WRONG_SUITE,
    /** It is addressed to another node. */
    OTHER_RECEIVER,
    /** Its validity ended before it arrived. */
    EXPIRED,
    /** It was made later than now, by more than clocks may differ. */
    FROM_FUTURE,
    /** It came back to a node it had passed. */
    LOOP,
    /** Larger than this node takes. */
    OVERSIZE,
    /** The kind is not on the list agreed with the sender. */
    KIND_NOT_ALLOWED,
    /** Another envelope had this place in the channel. */
    NUMBER_TAKEN,
    /** The disk is full; it may be sent again later. */
    NO_ROOM,
    /** The receiver of its kind failed again and again. */
    NOT_APPLICABLE,
    /** A request that was answered before. */
    ASKED_BEFORE
}
