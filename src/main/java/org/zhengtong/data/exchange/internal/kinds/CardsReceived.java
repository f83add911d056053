package org.zhengtong.data.exchange.internal.kinds;

import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.data.exchange.CardOutcome;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCard;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.data.exchange.internal.node.Cards;
import org.zhengtong.data.exchange.internal.node.NodeWriting;

/** A neighbour's renewed card: taken over as long as its root is the one that was compared. */
@Component
class CardsReceived implements EnvelopeReceiver {

    static final String KIND = "exchange.card";

    private final Cards cards;
    private final NodeWriting nodes;
    private final AuditLog audit;

    CardsReceived(Cards cards, NodeWriting nodes, AuditLog audit) {
        this.cards = cards;
        this.nodes = nodes;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        if (!(cards.read(envelope.bytes()) instanceof CardOutcome.Readable(var card))
                || !card.code().equals(envelope.sender())) {
            return ReceiptNote.refused("exchange.card.unreadable");
        }
        var known = nodes.lock(card.code()).orElseThrow();
        if (!known.papers().root().equals(card.papers().root()) || known.standing() != NodeStanding.ACCEPTED) {
            return ReceiptNote.refused("exchange.card.other_root");
        }
        var renewed = renewed(known, card);
        if (!renewed.equals(known)) {
            nodes.write(renewed, known.name());
            audit.record(AuditAction.of(
                    Actor.system("exchange"),
                    "exchange.renew_node",
                    "node",
                    card.code().value()));
        }
        return ReceiptNote.applied("exchange.card.taken");
    }

    private static ExchangeNode renewed(ExchangeNode known, NodeCard card) {
        return new ExchangeNode(
                known.code(),
                card.name(),
                card.level(),
                card.zone(),
                card.address(),
                known.transport(),
                null,
                known.standing(),
                known.vouching(),
                known.kinds(),
                card.papers(),
                known.standingAt(),
                known.snapshotAt());
    }
}
