package org.zhengtong.data.exchange.internal.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.FrameReader;
import org.zhengtong.data.exchange.internal.frame.FrameType;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import org.zhengtong.data.exchange.internal.frame.ManifestLine;
import org.zhengtong.data.exchange.internal.incoming.Application;
import org.zhengtong.data.exchange.internal.outgoing.ReceiptBook;

/** Puts out what waits for a node behind a gap ferry, and takes in what the ferry brought (网闸摆渡). */
@Component
class FerryCarrier {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final Duration GAP_PATIENCE = Duration.ofMinutes(1);
    private static final Duration RECEIPT_PATIENCE = Duration.ofMinutes(10);
    private static final Duration STILL_CARRIED = Duration.ofMinutes(1);
    private static final long MOST_OCTETS = 32L << 20;
    private static final int MOST_TOGETHER = 1_000;
    private static final int MOST_FILES = 50;

    private final FerryFolder folder;
    private final FerryParts parts;
    private final Composer composer;
    private final ReceiptBook book;
    private final Conversation conversation;
    private final Application application;
    private final Quarantine quarantine;

    FerryCarrier(
            FerryFolder folder,
            FerryParts parts,
            Composer composer,
            ReceiptBook book,
            Conversation conversation,
            Application application,
            Quarantine quarantine) {
        this.folder = folder;
        this.parts = parts;
        this.composer = composer;
        this.book = book;
        this.conversation = conversation;
        this.application = application;
        this.quarantine = quarantine;
    }

    /** What a file is written with. */
    @Component
    record FerryParts(FrameWriter writer, LeaseStore leases, OwnNode own, ExchangeSettings settings, Clock clock) {}

    /** Whether the ferry brought anything. */
    boolean brought(ExchangeNode node) {
        try {
            return !folder.waiting(node.code()).isEmpty();
        } catch (IOException unreadable) {
            // carrying meets the same and says so on the page
            return true;
        }
    }

    void carry(ExchangeNode node) {
        try {
            takeIn(node);
            for (var file = 0; file < MOST_FILES && folder.hasRoom(node.code()); file++) {
                if (!putOut(node)) {
                    break;
                }
            }
            parts.leases().reached(node.code(), parts.clock().instant());
        } catch (IOException broken) {
            parts.leases()
                    .failed(
                            node.code(),
                            broken.getClass().getSimpleName() + " " + broken.getMessage(),
                            parts.clock().instant(),
                            parts.settings().longestPause());
        }
    }

    private boolean putOut(ExchangeNode node) throws IOException {
        var batch = new Batch();
        if (node.answers()) {
            composer.tell(node.code(), GAP_PATIENCE, batch);
        }
        composer.envelopes(node, MOST_OCTETS, batch);
        if (batch.isEmpty()) {
            return false;
        }
        try {
            put(node, batch);
        } catch (IOException broken) {
            composer.lost(batch);
            throw broken;
        }
        if (node.transport() == Transport.FERRY_ONE_WAY) {
            book.carried(node.code(), batch.ids(), batch.numbers());
        } else {
            book.left(node.code(), batch.ids(), batch.numbers(), RECEIPT_PATIENCE);
        }
        return true;
    }

    private void put(ExchangeNode node, Batch batch) throws IOException {
        var name = STAMP.format(parts.clock().instant()) + "-" + parts.own().code() + "-" + node.code() + "-"
                + UUID.randomUUID().toString().substring(0, 8) + FerryFolder.ENDING;
        var content = batch.bytes();
        var manifest = parts.writer()
                .other(
                        FrameType.MANIFEST,
                        node.code().value(),
                        new ManifestLine(name, batch.frames().size(), content.length, 1))
                .bytes();
        var file = java.util.Arrays.copyOf(manifest, manifest.length + content.length);
        System.arraycopy(content, 0, file, manifest.length, content.length);
        folder.put(node.code(), name, file);
    }

    private void takeIn(ExchangeNode node) throws IOException {
        for (var file : folder.waiting(node.code())) {
            if (quarantine.full() || !takeIn(node, file)) {
                return;
            }
        }
    }

    /** Takes a file; false when the rest has to wait. */
    private boolean takeIn(ExchangeNode node, Path file) throws IOException {
        var source = String.valueOf(file.getFileName());
        var wrong = new ArrayList<Taken.Faulty>();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            if (!read(in, wrong)) {
                return false;
            }
        }
        var cut = wrong.stream().anyMatch(each -> each.fault() == EnvelopeFault.CUT);
        if (cut
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .plus(STILL_CARRIED)
                        .isAfter(parts.clock().instant())) {
            // the ferry may still be writing
            return true;
        }
        wrong.forEach(each -> quarantine.keep(source, node.code(), each));
        Files.delete(file);
        application.applyReady();
        return true;
    }

    private boolean read(InputStream in, List<Taken.Faulty> wrong) {
        var reader = new FrameReader(in);
        while (true) {
            var frames = new ArrayList<Frame>();
            FrameException broken = null;
            try {
                for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                    frames.add(next.get());
                    if (frames.size() == MOST_TOGETHER) {
                        break;
                    }
                }
            } catch (FrameException fault) {
                broken = fault;
            }
            var taken = conversation.take(frames, List.of());
            if (taken.faulty().stream().anyMatch(each -> each.fault() == EnvelopeFault.NO_ROOM)) {
                return false;
            }
            wrong.addAll(taken.faulty());
            if (broken != null) {
                wrong.add(conversation.unreadable(reader.consumed(), broken.fault()));
                return true;
            }
            if (frames.size() < MOST_TOGETHER) {
                return true;
            }
        }
    }
}
