package org.zhengtong.base.notice;

/** What came of a step towards a checked address. */
public sealed interface ContactOutcome {

    record CodeSent() implements ContactOutcome {}

    record Verified() implements ContactOutcome {}

    record NotAnAddress() implements ContactOutcome {}

    /** No gateway for this channel is configured. */
    record ChannelClosed() implements ContactOutcome {}

    /** Too many codes were asked for within the hour. */
    record TooMany() implements ContactOutcome {}

    /** Wrong; so many tries are left. */
    record WrongCode(int left) implements ContactOutcome {}

    /** Expired, tried too often, or never asked for. */
    record NoCode() implements ContactOutcome {}
}
