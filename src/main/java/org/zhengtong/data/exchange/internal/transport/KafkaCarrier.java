package org.zhengtong.data.exchange.internal.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.incoming.Application;
import org.zhengtong.data.exchange.internal.outgoing.ReceiptBook;

/** Carries over a Kafka cluster that both nodes reach. The library is loaded for the first node that is carried to in this way. */
@Component
class KafkaCarrier implements DisposableBean {

    private static final Duration GAP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration RECEIPT_PATIENCE = Duration.ofMinutes(10);
    private static final long MOST_OCTETS = 16L << 20;
    private static final int MOST_ROUNDS = 50;

    private final FerryCarrier.FerryParts parts;
    private final Composer composer;
    private final ReceiptBook book;
    private final Conversation conversation;
    private final Application application;
    private final Quarantine quarantine;
    private final Map<String, AutoCloseable> lines = new ConcurrentHashMap<>();

    KafkaCarrier(
            FerryCarrier.FerryParts parts,
            Composer composer,
            ReceiptBook book,
            Conversation conversation,
            Application application,
            Quarantine quarantine) {
        this.parts = parts;
        this.composer = composer;
        this.book = book;
        this.conversation = conversation;
        this.application = application;
        this.quarantine = quarantine;
    }

    boolean configured() {
        return parts.settings().kafka() != null;
    }

    void carry(ExchangeNode node) throws InterruptedException {
        var code = node.code().value();
        try {
            var line = line(code);
            takeIn(node, line);
            for (var round = 0; round < MOST_ROUNDS && putOut(node, line); round++) {
                takeIn(node, line);
            }
            parts.leases().reached(node.code(), parts.clock().instant());
        } catch (RuntimeException | LinkageError broken) {
            forget(code);
            parts.leases()
                    .failed(
                            node.code(),
                            "Kafka: " + broken.getMessage(),
                            parts.clock().instant(),
                            parts.settings().longestPause());
        }
    }

    private KafkaLine line(String code) throws InterruptedException {
        if (lines.get(code) instanceof KafkaLine known) {
            return known;
        }
        var settings = parts.settings().kafka();
        if (settings == null) {
            throw new IllegalStateException("zhengtong.exchange.kafka.servers is not set");
        }
        var line = KafkaLine.open(settings, parts.own().code().value(), code);
        lines.put(code, line);
        return line;
    }

    private boolean putOut(ExchangeNode node, KafkaLine line) throws InterruptedException {
        var batch = new Batch();
        composer.tell(node.code(), GAP_PATIENCE, batch);
        composer.envelopes(node, MOST_OCTETS, batch);
        if (batch.isEmpty()) {
            return false;
        }
        try {
            line.send(batch.frames().stream().map(Frame::bytes).toList());
        } catch (InterruptedException | RuntimeException broken) {
            composer.lost(batch);
            throw broken;
        }
        book.left(node.code(), batch.ids(), batch.numbers(), RECEIPT_PATIENCE);
        return true;
    }

    private void takeIn(ExchangeNode node, KafkaLine line) {
        for (var come = line.receive(); !come.things().isEmpty() && !quarantine.full(); come = line.receive()) {
            var wrong = new ArrayList<Taken.Faulty>();
            var taken = conversation.take(frames(come.things(), wrong), List.of());
            if (taken.faulty().stream().anyMatch(each -> each.fault() == EnvelopeFault.NO_ROOM)) {
                return;
            }
            wrong.addAll(taken.faulty());
            wrong.forEach(each -> quarantine.keep(line.topic(), node.code(), each));
            line.keep(come);
            application.applyReady();
        }
    }

    private List<Frame> frames(List<byte[]> things, List<Taken.Faulty> wrong) {
        var frames = new ArrayList<Frame>();
        for (var thing : things) {
            try {
                frames.add(Frame.of(thing));
            } catch (FrameException broken) {
                wrong.add(conversation.unreadable(thing, broken.fault()));
            }
        }
        return frames;
    }

    private void forget(String code) {
        var line = lines.remove(code);
        if (line != null) {
            close(line);
        }
    }

    private static void close(AutoCloseable line) {
        try {
            line.close();
        } catch (Exception gone) {
            org.slf4j.LoggerFactory.getLogger(KafkaCarrier.class).debug("A line to Kafka did not close", gone);
        }
    }

    @Override
    public void destroy() {
        lines.keySet().forEach(this::forget);
    }
}
