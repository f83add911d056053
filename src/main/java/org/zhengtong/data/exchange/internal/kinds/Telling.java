package org.zhengtong.data.exchange.internal.kinds;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Priority;
import org.zhengtong.data.exchange.internal.node.CardText;
import org.zhengtong.data.exchange.internal.node.Cards;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import tools.jackson.databind.json.JsonMapper;

/** Tells the neighbours who this node is now, and whom it trusts. */
@Service
public class Telling {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHANNEL = "exchange.trust";

    private final KnownNodes nodes;
    private final Cards cards;
    private final Dispatch dispatch;
    private final Clock clock;

    Telling(KnownNodes nodes, Cards cards, Dispatch dispatch, Clock clock) {
        this.nodes = nodes;
        this.cards = cards;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Sends card and trust list to each neighbour; says to how many. */
    @Transactional
    public int tellAll() {
        var neighbours = nodes.all().stream()
                .filter(node -> node.standing() == NodeStanding.ACCEPTED)
                .toList();
        if (neighbours.isEmpty()) {
            return 0;
        }
        var card = cards.own().bytes();
        for (var neighbour : neighbours) {
            send(CardsReceived.KIND, neighbour.code(), card);
            send(TrustList.KIND, neighbour.code(), JSON.writeValueAsBytes(listFor(neighbour, neighbours)));
        }
        return neighbours.size();
    }

    private void send(String kind, NodeCode receiver, byte[] payload) {
        dispatch.send(EnvelopeRequest.of(kind, receiver, payload)
                .through(CHANNEL)
                .with(Priority.HIGH)
                .until(clock.instant().plus(7, ChronoUnit.DAYS)));
    }

    private TrustList listFor(ExchangeNode receiver, List<ExchangeNode> neighbours) {
        return new TrustList(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                neighbours.stream()
                        .filter(node -> !node.code().equals(receiver.code()))
                        .map(CardText::of)
                        .toList());
    }
}
