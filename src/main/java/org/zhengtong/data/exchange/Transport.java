package org.zhengtong.data.exchange;

/** How envelopes reach a neighbour. */
public enum Transport {
    /** We post to its address. */
    PUSH,
    /** It cannot be reached and fetches from us; what it has for us it brings along. */
    FETCHED,
    /** A folder out and a folder in, carried by something else, in both directions. */
    FERRY,
    /** A folder that is carried one way only: repeated, without receipts. */
    FERRY_ONE_WAY,
    /** Over a Kafka cluster that both reach. */
    KAFKA
}
