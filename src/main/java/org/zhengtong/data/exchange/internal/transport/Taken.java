package org.zhengtong.data.exchange.internal.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.SeenFrame;

/**
 * What came of frames that arrived together.
 *
 * @param answers for the envelopes among them, in their order
 * @param faulty those that were not taken
 * @param greeting the neighbour that greeted freshly and may be told what waits for it; null when none did
 */
public record Taken(
        List<AnswerLine> answers,
        List<Faulty> faulty,
        @Nullable ExchangeNode greeting) {

    /** A frame that was not taken, and why. */
    public record Faulty(SeenFrame seen, EnvelopeFault fault) {}
}
