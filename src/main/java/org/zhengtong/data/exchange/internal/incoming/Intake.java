package org.zhengtong.data.exchange.internal.incoming;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.EnvelopeState;
import org.zhengtong.data.exchange.internal.frame.EnvelopeLine;
import org.zhengtong.data.exchange.internal.frame.SeenFrame;

/** Takes pieces of envelopes into the ledger: each once, whatever comes twice. */
@Service
public class Intake {

    private final ArrivalStore arrivals;
    private final ChannelStore channels;
    private final NodeKeys keys;
    private final Clock clock;

    Intake(ArrivalStore arrivals, ChannelStore channels, NodeKeys keys, Clock clock) {
        this.arrivals = arrivals;
        this.channels = channels;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes pieces that were found good and are for this node; the answers are in their order, null for taken.
     *
     * @param path nodes that passed them on
     */
    @Transactional
    public List<@Nullable EnvelopeFault> take(List<SeenFrame> pieces, List<String> path) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        var opened = arrivals.open(firsts(pieces), path);
        var kept = new ArrayList<SeenFrame>();
        var told = new ArrayList<UUID>();
        var answers = new ArrayList<@Nullable EnvelopeFault>();
        for (var piece : pieces) {
            answers.add(answer(piece, opened, kept, told));
        }
        if (!kept.isEmpty()) {
            arrivals.keep(kept);
            complete(kept);
        }
        if (!told.isEmpty()) {
            arrivals.tellAgain(told);
        }
        channels.arrived(
                pieces.stream()
                        .map(piece -> new ChannelStore.Channel(
                                piece.good().sender(), piece.good().line().contract()))
                        .toList(),
                clock.instant());
        return answers;
    }

    private List<ArrivalStore.Piece> firsts(List<SeenFrame> pieces) {
        var now = clock.instant();
        Map<UUID, ArrivalStore.Piece> firsts = new LinkedHashMap<>();
        for (var piece : pieces) {
            firsts.computeIfAbsent(piece.id(), id -> new ArrivalStore.Piece(piece, opening(piece), now));
        }
        return List.copyOf(firsts.values());
    }

    private EnvelopeState opening(SeenFrame piece) {
        var line = piece.good().line();
        if (line.withdrawn()) {
            return EnvelopeState.WITHDRAWN;
        }
        if (!line.validUntil().isAfter(clock.instant())) {
            return EnvelopeState.EXPIRED;
        }
        if (line.pieces() > 1) {
            return EnvelopeState.ARRIVING;
        }
        var whole = line.size() == piece.good().size()
                && line.digest().equals(piece.good().digest());
        return whole ? EnvelopeState.WAITING : EnvelopeState.REFUSED;
    }

    private @Nullable EnvelopeFault answer(SeenFrame piece, Set<UUID> opened, List<SeenFrame> kept, List<UUID> told) {
        var line = piece.good().line();
        if (opened.contains(piece.id())) {
            if (hasContent(opening(piece))) {
                kept.add(piece);
            }
            return null;
        }
        var known = arrivals.find(piece.id(), piece.good().sender()).orElse(null);
        if (known == null) {
            return EnvelopeFault.NUMBER_TAKEN;
        }
        if (known.state().ended()) {
            told.add(known.id());
            return null;
        }
        if (line.withdrawn()) {
            arrivals.become(known.id(), EnvelopeState.WITHDRAWN, clock.instant());
            return null;
        }
        if (!same(known, line)) {
            return EnvelopeFault.NUMBER_TAKEN;
        }
        if (known.state() == EnvelopeState.ARRIVING) {
            kept.add(piece);
        }
        return null;
    }

    private static boolean hasContent(EnvelopeState state) {
        return state == EnvelopeState.WAITING || state == EnvelopeState.ARRIVING;
    }

    private static boolean same(ArrivalStore.Known known, EnvelopeLine line) {
        return known.digest().equals(line.digest()) && known.pieces() == line.pieces() && known.size() == line.size();
    }

    /** Of which envelopes the last missing piece came. */
    private void complete(List<SeenFrame> kept) {
        var parted = new LinkedHashMap<UUID, String>();
        kept.stream()
                .filter(piece -> piece.good().line().pieces() > 1)
                .forEach(piece -> parted.put(piece.id(), piece.good().sender()));
        parted.forEach((id, sender) -> {
            var known = arrivals.find(id, sender).orElseThrow();
            if (arrivals.piecesHere(id) == known.pieces()) {
                arrivals.become(id, whole(known) ? EnvelopeState.WAITING : EnvelopeState.REFUSED, clock.instant());
            }
        });
    }

    private boolean whole(ArrivalStore.Known known) {
        var digest = keys.digest(known.suite());
        long size = 0;
        for (var number = 1; number <= known.pieces(); number++) {
            var content = arrivals.piece(known.id(), number);
            digest.update(content);
            size += content.length;
        }
        return size == known.size() && HexFormat.of().formatHex(digest.digest()).equals(known.digest());
    }
}
