package org.zhengtong.data.exchange;

/** What came of reading a card. */
public sealed interface CardOutcome {

    /** The card hangs together; whether it is who it says, only comparing the fingerprint shows. */
    record Readable(NodeCard card) implements CardOutcome {}

    record Unreadable(Why why) implements CardOutcome {}

    /** Why a card is of no use. */
    enum Why {
        /** Not a card, or cut or changed on its way. */
        NOT_A_CARD,
        /** Its certificates do not lead to its root, or are over. */
        UNSOUND,
        /** It is this node's own card. */
        OWN,
        /** Nobody answers at this address, or not with a card. */
        NOT_REACHED
    }
}
