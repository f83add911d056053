package org.zhengtong.data.exchange;

import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What nodes say to each other at once (即时通话): signed and checked like the frames of envelopes, but neither stored nor numbered. How
 * it travels, and whether a question was asked before, is the caller's affair.
 */
public interface Talk {

    /** A signed question for another node. */
    byte[] ask(UUID id, NodeCode receiver, byte[] content);

    /** A signed answer to the question with this id; the receiver may be somebody who is not known here. */
    byte[] answer(UUID question, String receiver, byte[] content);

    /** Reads a question with at most so many octets of content. */
    Heard hear(InputStream question, int longest);

    /** Reads the answer to a question that was put to this node. */
    Heard hearAnswer(byte[] answer, UUID question, NodeCode asked);

    /** What was heard. */
    sealed interface Heard {

        /** Whole, from whom it says, for this node, of now. */
        @SuppressWarnings("ArrayRecordComponent")
        record Good(UUID id, ExchangeNode sender, Instant at, byte[] content) implements Heard {}

        /**
         * Not to be believed.
         *
         * @param id as it claims; null when it cannot be read
         * @param sender as it claims; empty when it cannot be read
         */
        record Bad(EnvelopeFault fault, @Nullable UUID id, String sender) implements Heard {}
    }
}
