package org.zhengtong.data.exchange.internal.kinds;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.NodeVouched;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.data.exchange.Transport;
import org.zhengtong.data.exchange.internal.node.CardText;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import org.zhengtong.data.exchange.internal.node.NodeWriting;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A neighbour's trust list: its date is always kept, its nodes only where an administrator trusts those it vouches for. */
@Component
class TrustListsReceived implements EnvelopeReceiver {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KnownNodes known;
    private final NodeWriting nodes;
    private final NodeKeys keys;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TrustListsReceived(
            KnownNodes known, NodeWriting nodes, NodeKeys keys, Clock clock, ApplicationEventPublisher events) {
        this.known = known;
        this.nodes = nodes;
        this.keys = keys;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public String kind() {
        return TrustList.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        TrustList list;
        try {
            list = JSON.readValue(envelope.bytes(), TrustList.class);
        } catch (JacksonException unreadable) {
            return ReceiptNote.refused("exchange.trust.unreadable");
        }
        var sender = nodes.lock(envelope.sender()).orElseThrow();
        nodes.snapshotOf(sender.code(), list.at());
        if (!sender.vouching()) {
            return ReceiptNote.applied("exchange.trust.noted");
        }
        var vouched = vouched(list);
        vouched.forEach(text -> vouch(text, sender.code()));
        withdraw(sender.code(), vouched.stream().map(CardText::code).collect(Collectors.toSet()));
        return ReceiptNote.applied("exchange.trust.taken", vouched.size());
    }

    /** Not this node itself, and only whose papers hang together. */
    private List<CardText> vouched(TrustList list) {
        return list.nodes().stream()
                .filter(text -> text.whole()
                        && !text.code().equals(known.own().code().value())
                        && keys.sound(text.papers(), clock.instant()))
                .toList();
    }

    /** Whom an administrator here decided about himself, or another neighbour brought, is left as it is. */
    private void vouch(CardText text, NodeCode via) {
        var code = new NodeCode(text.code());
        var before = nodes.lock(code).orElse(null);
        if (before != null && !via.equals(before.via())) {
            return;
        }
        if (before != null
                && before.standing() == NodeStanding.VOUCHED
                && before.papers().equals(text.papers())) {
            return;
        }
        nodes.write(
                new ExchangeNode(
                        code,
                        text.name(),
                        text.level(),
                        text.zone(),
                        text.address(),
                        Transport.PUSH,
                        via,
                        NodeStanding.VOUCHED,
                        false,
                        List.of(),
                        text.papers(),
                        clock.instant(),
                        null),
                via.value());
        events.publishEvent(new NodeVouched(code, via));
    }

    private void withdraw(NodeCode via, Set<String> still) {
        known.all().stream()
                .filter(node -> via.equals(node.via())
                        && node.standing() == NodeStanding.VOUCHED
                        && !still.contains(node.code().value()))
                .forEach(node -> nodes.revoke(node.code(), "", via.value()));
    }
}
