package org.zhengtong.data.exchange.internal.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.data.exchange.EnvelopeDelivered;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.EnvelopeRefused;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.AskLine;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;

/** What receivers say of our envelopes: taken, not taken and why, ended, missing. */
@Service
public class ReceiptBook {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration RECEIPT_PATIENCE = Duration.ofSeconds(30);
    private static final Set<EnvelopeState> OUTCOMES = Set.of(
            EnvelopeState.APPLIED,
            EnvelopeState.KEPT,
            EnvelopeState.REFUSED,
            EnvelopeState.FAILED,
            EnvelopeState.EXPIRED,
            EnvelopeState.WITHDRAWN);

    private final OutgoingStore store;
    private final ExchangeSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceiptBook(OutgoingStore store, ExchangeSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Numbers what is new, gives up what is too late, and reminds of receipts that stay away. */
    @Transactional
    public void prepare(ExchangeNode node) {
        var now = clock.instant();
        store.number(node.code(), 2_000);
        store.expire(node.code(), now)
                .forEach(gone -> events.publishEvent(new EnvelopeRefused(
                        new EnvelopeId(gone.id()),
                        node.code(),
                        gone.kind(),
                        ReceiptNote.refused("exchange.fault.EXPIRED"))));
        if (node.answers()) {
            store.remind(node.code(), now);
        }
    }

    /** What is due for a node, at most so many pieces and octets. */
    @Transactional(readOnly = true)
    public List<OutgoingStore.DuePiece> due(NodeCode receiver, int most, long octets) {
        var now = clock.instant();
        var due = new ArrayList<>(store.givenUp(receiver, now, most));
        due.addAll(store.due(receiver, now, most, octets));
        return due;
    }

    /** The receiver's answers to frames. */
    @Transactional
    public void answered(NodeCode receiver, List<AnswerLine> lines) {
        var taken = new ArrayList<UUID>();
        var numbers = new ArrayList<Integer>();
        for (var line : lines) {
            var id = line.id();
            if (id == null) {
                continue;
            }
            var fault = line.fault();
            if (fault == null) {
                taken.add(UUID.fromString(id));
                numbers.add(line.piece());
            } else {
                store.notTaken(receiver, UUID.fromString(id), fault.name(), again(fault));
            }
        }
        left(receiver, taken, numbers, RECEIPT_PATIENCE);
    }

    /** A full disk or a clock may mend itself soon; anything else waits for somebody's decision. */
    private Instant again(EnvelopeFault fault) {
        var soon = fault == EnvelopeFault.NO_ROOM || fault == EnvelopeFault.CUT || fault == EnvelopeFault.UNREADABLE;
        var pause = soon ? FIRST_PAUSE.multipliedBy(5) : settings.longestPause();
        return clock.instant().plus(pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause());
    }

    /** These pieces left; their receipts are awaited for so long. */
    @Transactional
    public void left(NodeCode receiver, List<UUID> ids, List<Integer> numbers, Duration patience) {
        if (!ids.isEmpty()) {
            var now = clock.instant();
            store.taken(receiver, ids, numbers);
            store.sent(receiver, List.copyOf(Set.copyOf(ids)), now, now.plus(patience));
        }
    }

    /** These left with a ferry that brings nothing back. */
    @Transactional
    public void carried(NodeCode receiver, List<UUID> ids, List<Integer> numbers) {
        if (!ids.isEmpty()) {
            var now = clock.instant();
            store.taken(receiver, ids, numbers);
            store.carried(List.copyOf(Set.copyOf(ids)), settings.ferryRepeats(), now, now.plus(settings.ferryPause()));
        }
    }

    /** A signed sheet of receipts; {@code frame} is kept as the proof. */
    @Transactional
    public void ended(NodeCode receiver, UUID sheet, List<ReceiptLine> lines, byte[] frame) {
        var sound =
                lines.stream().filter(line -> OUTCOMES.contains(line.outcome())).toList();
        var now = clock.instant();
        var ended = store.end(receiver, sound, sheet, now);
        if (ended.isEmpty()) {
            return;
        }
        store.keepSheet(sheet, receiver, frame, now);
        var byId = new HashMap<UUID, ReceiptLine>();
        sound.forEach(line -> byId.put(line.id(), line));
        ended.forEach(one -> publish(receiver, one, Objects.requireNonNull(byId.get(one.id()))));
    }

    private void publish(NodeCode receiver, OutgoingStore.Ended one, ReceiptLine line) {
        var id = new EnvelopeId(one.id());
        var good = one.state() == EnvelopeState.APPLIED || one.state() == EnvelopeState.KEPT;
        var note = new ReceiptNote(good, line.key(), line.args());
        events.publishEvent(
                good
                        ? new EnvelopeDelivered(id, receiver, one.kind(), note)
                        : new EnvelopeRefused(id, receiver, one.kind(), note));
    }

    /** The receiver lacks places of a channel, or pieces of one. */
    @Transactional
    public void asked(NodeCode receiver, List<AskLine> lines) {
        var now = clock.instant();
        for (var line : lines) {
            if (line.pieces().isEmpty()) {
                store.sendAgain(receiver, line.contract(), line.from(), line.to(), now);
            } else {
                store.sendPiecesAgain(receiver, line.contract(), line.from(), line.pieces(), now);
            }
        }
    }
}
