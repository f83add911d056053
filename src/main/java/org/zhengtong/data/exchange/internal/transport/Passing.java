package org.zhengtong.data.exchange.internal.transport;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.outgoing.ReceiptBook;

/** Passes frames for a node that is no neighbour on to the neighbour that vouches for it, each in an envelope of its own. */
@Service
public class Passing {

    private static final Duration GAP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration RECEIPT_PATIENCE = Duration.ofMinutes(10);
    private static final long MOST_OCTETS = 4L << 20;

    private final Composer composer;
    private final ReceiptBook book;
    private final Dispatch dispatch;
    private final OwnNode own;

    Passing(Composer composer, ReceiptBook book, Dispatch dispatch, OwnNode own) {
        this.composer = composer;
        this.book = book;
        this.dispatch = dispatch;
        this.own = own;
    }

    /** Hands what is due for the node to the neighbour on the way, in one transaction. */
    @Transactional
    public void pass(ExchangeNode node) {
        var via = node.via();
        if (via == null) {
            throw new IllegalArgumentException("A neighbour needs nobody to pass on: " + node.code());
        }
        var batch = new Batch();
        composer.tell(node.code(), GAP_PATIENCE, batch);
        composer.envelopes(node, MOST_OCTETS, batch);
        batch.frames().forEach(frame -> on(frame, via, List.of(own.code().value())));
        book.left(node.code(), batch.ids(), batch.numbers(), RECEIPT_PATIENCE);
    }

    /** One frame, with the nodes it has passed. */
    public void on(Frame frame, NodeCode neighbour, List<String> path) {
        dispatch.send(EnvelopeRequest.of(PassedFrame.KIND, neighbour, new PassedFrame(path, frame.bytes()).bytes())
                .through("exchange.passing"));
    }
}
