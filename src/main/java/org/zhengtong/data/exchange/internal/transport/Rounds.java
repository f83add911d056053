package org.zhengtong.data.exchange.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.FrameReader;
import org.zhengtong.data.exchange.internal.incoming.Application;

/**
 * One round between two nodes over HTTP: frames go there, and frames come back with the answer. Both ends take frames alike; the one
 * that asks greets first, so that nobody else gets what waits for it.
 */
@Service
public class Rounds {

    /** Octets of payload in one round, about. */
    static final long MOST_OCTETS = 8L << 20;

    /** Most that is read of one request. */
    private static final int MOST_FRAMES = 2_000;

    private static final java.time.Duration GAP_PATIENCE = java.time.Duration.ofSeconds(5);

    private final Conversation conversation;
    private final Composer composer;
    private final Application application;

    Rounds(Conversation conversation, Composer composer, Application application) {
        this.conversation = conversation;
        this.composer = composer;
        this.application = application;
    }

    /** The answer to a request of another node. */
    public byte[] answer(InputStream request) throws IOException {
        var answers = new ArrayList<AnswerLine>();
        var frames = new ArrayList<Frame>();
        var fault = read(request, frames);
        var taken = conversation.take(frames, List.of());
        answers.addAll(taken.answers());
        if (fault != null) {
            conversation.unreadable(new byte[0], fault.fault());
            answers.add(new AnswerLine(null, 0, fault.fault()));
        }
        application.applyReady();
        var batch = new Batch();
        var node = taken.greeting();
        composer.answers(node == null ? claimed(taken) : node.code().value(), answers, batch);
        if (node != null) {
            waiting(node, batch);
        }
        return batch.bytes();
    }

    /** Whoever called without being known is told why, under the name he claims. */
    private static String claimed(Taken taken) {
        return taken.faulty().stream()
                .map(each -> each.seen().header())
                .filter(java.util.Objects::nonNull)
                .map(header -> header.sender())
                .findFirst()
                .orElse("");
    }

    private void waiting(ExchangeNode node, Batch batch) {
        composer.tell(node.code(), GAP_PATIENCE, batch);
        if (node.transport() == Transport.FETCHED) {
            composer.envelopes(node, MOST_OCTETS, batch);
        }
    }

    private static @org.jspecify.annotations.Nullable FrameException read(InputStream in, List<Frame> frames) {
        var reader = new FrameReader(in);
        try {
            for (var next = reader.next(); next.isPresent() && frames.size() < MOST_FRAMES; next = reader.next()) {
                frames.add(next.get());
            }
            return null;
        } catch (FrameException broken) {
            return broken;
        }
    }

    /** What goes to a neighbour in a round, with the answers to what came with the last one. */
    Batch request(ExchangeNode node, List<AnswerLine> answers) {
        var batch = new Batch();
        composer.greeting(node.code(), batch);
        composer.answers(node.code().value(), answers, batch);
        composer.tell(node.code(), GAP_PATIENCE, batch);
        composer.envelopes(node, MOST_OCTETS, batch);
        return batch;
    }

    /**
     * What came back.
     *
     * @param answers to envelopes among it; they go with the next round
     * @param understood whether any of it verified
     */
    record Back(List<AnswerLine> answers, boolean understood) {}

    /** Takes what came back. */
    Back back(byte[] response) {
        var frames = new ArrayList<Frame>();
        read(new ByteArrayInputStream(response), frames);
        var taken = conversation.take(frames, List.of());
        if (!taken.answers().isEmpty()) {
            application.applyReady();
        }
        return new Back(taken.answers(), frames.isEmpty() || taken.faulty().size() < frames.size());
    }

    void lost(Batch batch) {
        composer.lost(batch);
    }
}
