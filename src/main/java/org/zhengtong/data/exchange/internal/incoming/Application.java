package org.zhengtong.data.exchange.internal.incoming;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Confidences;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;

/**
 * Applies what is here whole, in the order of its channel, in one transaction with the ledger. Many go into one transaction; when one
 * of them fails, all is undone and they go one by one, so that only the failing one waits.
 */
@Component
public class Application {

    /** After so many tries an envelope is set aside as failed, and the channel goes on. */
    public static final int MOST_TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final int TOGETHER = 200;
    /** Up to this many octets, payloads of envelopes in turn are fetched together. */
    private static final int SMALL = 16_384;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final ArrivalStore arrivals;
    private final ChannelStore channels;
    private final Confidences confidences;
    private final ObjectProvider<EnvelopeReceiver> receivers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Map<String, EnvelopeReceiver> byKind;

    Application(
            ArrivalStore arrivals,
            ChannelStore channels,
            Confidences confidences,
            ObjectProvider<EnvelopeReceiver> receivers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.arrivals = arrivals;
        this.channels = channels;
        this.confidences = confidences;
        this.receivers = receivers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Applies all that is ready; says how many envelopes came to their end. */
    public int applyReady() {
        var count = 0;
        for (var channel : channels.ready(clock.instant(), 100)) {
            count += apply(channel);
        }
        return count;
    }

    private int apply(ChannelStore.Channel channel) {
        var count = 0;
        var together = TOGETHER;
        while (true) {
            var most = together;
            try {
                int applied = Objects.requireNonNullElse(transaction.execute(_ -> next(channel, most)), 0);
                count += applied;
                if (applied == 0) {
                    return count;
                }
            } catch (Failed failed) {
                if (together == 1 && !setBack(channel, failed)) {
                    return count;
                }
                together = 1;
            }
        }
    }

    /** One envelope that could not be applied. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ArrivalStore.Turn turn;

        Failed(ArrivalStore.Turn turn, RuntimeException cause) {
            super(cause);
            this.turn = turn;
        }
    }

    private int next(ChannelStore.Channel channel, int most) {
        var from = channels.lockNext(channel).orElseThrow();
        var turns = arrivals.inTurn(channel, from, clock.instant(), most);
        if (turns.isEmpty()) {
            return 0;
        }
        var ends = new ArrayList<ArrivalStore.End>();
        var small = arrivals.onlyPieces(turns.stream()
                .filter(turn -> turn.pieces() == 1 && turn.size() <= SMALL)
                .map(ArrivalStore.Turn::id)
                .toList());
        for (var turn : turns) {
            ends.add(end(turn, small.get(turn.id())));
        }
        arrivals.end(ends, clock.instant());
        channels.advance(channel, from + turns.size());
        return turns.size();
    }

    private ArrivalStore.End end(ArrivalStore.Turn turn, byte @Nullable [] content) {
        return switch (turn.state()) {
            case EXPIRED, WITHDRAWN ->
                new ArrivalStore.End(turn.id(), turn.state(), ReceiptNote.refused("exchange.ended." + turn.state()));
            case REFUSED ->
                new ArrivalStore.End(
                        turn.id(), EnvelopeState.REFUSED, ReceiptNote.refused("exchange.fault.PAYLOAD_ALTERED"));
            default -> received(turn, content);
        };
    }

    private ArrivalStore.End received(ArrivalStore.Turn turn, byte @Nullable [] known) {
        var receiver = receiver(turn.kind());
        if (receiver == null) {
            return new ArrivalStore.End(
                    turn.id(), EnvelopeState.KEPT, ReceiptNote.applied("exchange.ended.KEPT", turn.kind()));
        }
        try {
            var note = receiver.receive(envelope(turn, known));
            return new ArrivalStore.End(
                    turn.id(), note.accepted() ? EnvelopeState.APPLIED : EnvelopeState.REFUSED, note);
        } catch (SecurityException unreadable) {
            return new ArrivalStore.End(
                    turn.id(), EnvelopeState.REFUSED, ReceiptNote.refused("exchange.ended.not_decrypted"));
        } catch (RuntimeException failure) {
            throw new Failed(turn, failure);
        }
    }

    private @Nullable EnvelopeReceiver receiver(String kind) {
        var known = byKind;
        if (known == null) {
            var found = new HashMap<String, EnvelopeReceiver>();
            receivers.forEach(each -> found.put(each.kind(), each));
            known = Map.copyOf(found);
            byKind = known;
        }
        return known.get(kind);
    }

    private ReceivedEnvelope envelope(ArrivalStore.Turn turn, byte @Nullable [] known) {
        return new ReceivedEnvelope(
                new EnvelopeId(turn.id()),
                new NodeCode(turn.sender()),
                turn.contract(),
                turn.number(),
                turn.kind(),
                turn.purpose(),
                turn.createdAt(),
                turn.size(),
                () -> payload(turn, known));
    }

    /** One piece after the other from the database; never the whole payload in memory. */
    private InputStream payload(ArrivalStore.Turn turn, byte @Nullable [] known) {
        var wrapped = turn.wrappedSecret();
        var secret = wrapped == null ? null : confidences.unwrap(wrapped);
        var label = turn.id().toString().getBytes(StandardCharsets.US_ASCII);
        var pieces = IntStream.rangeClosed(1, turn.pieces())
                .mapToObj(number -> {
                    var content = known == null ? arrivals.piece(turn.id(), number) : known;
                    return (InputStream) new ByteArrayInputStream(
                            secret == null
                                    ? content
                                    : confidences.decrypt(
                                            new Confidences.Piece(turn.suite(), secret, number, label), content));
                })
                .iterator();
        return new SequenceInputStream(new java.util.Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return pieces.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return pieces.next();
            }
        });
    }

    /** Notes the failure; after too many the envelope ends and the channel goes on. Says whether it goes on. */
    private boolean setBack(ChannelStore.Channel channel, Failed failed) {
        var turn = failed.turn;
        var cause = Objects.requireNonNull(failed.getCause());
        var words = cause instanceof ProblemException problem
                ? problem.problem().code()
                : cause.getClass().getSimpleName();
        LOG.warn("Envelope {} of kind {} could not be applied", turn.id(), turn.kind(), cause);
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var _ = channels.lockNext(channel).orElseThrow();
            var now = clock.instant();
            if (turn.tries() + 1 < MOST_TRIES) {
                arrivals.failed(turn.id(), words, now.plus(FIRST_PAUSE.multipliedBy(1L << turn.tries())));
                return false;
            }
            var note = ReceiptNote.refused("exchange.fault.NOT_APPLICABLE", words);
            arrivals.end(Collections.singletonList(new ArrivalStore.End(turn.id(), EnvelopeState.FAILED, note)), now);
            channels.advance(channel, turn.number() + 1);
            return true;
        }));
    }
}
