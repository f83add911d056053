package org.zhengtong.data.exchange.internal.transport;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameType;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import org.zhengtong.data.exchange.internal.incoming.ReceiptDesk;
import org.zhengtong.data.exchange.internal.outgoing.OutgoingStore;
import org.zhengtong.data.exchange.internal.outgoing.ReceiptBook;

/** Puts together what waits for a node: receipts, questions, envelopes. */
@Component
public class Composer {

    /** So many pieces leave together at most. */
    static final int MOST_PIECES = 500;

    private static final int MOST_RECEIPTS = 1_000;

    private final ReceiptBook book;
    private final ReceiptDesk desk;
    private final FrameWriter writer;

    Composer(ReceiptBook book, ReceiptDesk desk, FrameWriter writer) {
        this.book = book;
        this.desk = desk;
        this.writer = writer;
    }

    /** What a node is told of its own envelopes: receipts, and questions for what is missing for longer than a moment. */
    public void tell(NodeCode node, Duration moment, Batch batch) {
        var receipts = desk.tell(node, MOST_RECEIPTS);
        if (!receipts.isEmpty()) {
            batch.addReceipts(receipts, writer.other(FrameType.RECEIPTS, node.value(), receipts));
        }
        var missing = desk.ask(node, moment);
        if (!missing.isEmpty()) {
            batch.add(writer.other(FrameType.ASKING, node.value(), missing));
        }
    }

    /** Envelopes that are due. */
    public void envelopes(ExchangeNode node, long octets, Batch batch) {
        book.prepare(node);
        for (var piece : book.due(node.code(), MOST_PIECES, octets)) {
            batch.addPiece(piece.id(), piece.line().piece(), frame(piece));
        }
    }

    private Frame frame(OutgoingStore.DuePiece piece) {
        return writer.envelope(piece.id(), piece.receiver(), piece.line(), piece.content());
    }

    /** Answers to frames just taken. */
    public void answers(String node, List<AnswerLine> answers, Batch batch) {
        if (!answers.isEmpty()) {
            batch.add(writer.other(FrameType.ANSWERS, node, answers));
        }
    }

    /** A greeting: whoever gets it may answer with what waits for us. */
    void greeting(NodeCode node, Batch batch) {
        batch.add(writer.other(FrameType.FETCH, node.value(), List.of()));
    }

    /** It did not get there: the receipts in it are due again. */
    void lost(Batch batch) {
        if (!batch.receipts().isEmpty()) {
            desk.tellAgain(batch.receipts());
        }
    }
}
