package org.zhengtong.data.exchange.internal.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.Acceptance;
import org.zhengtong.data.exchange.CardOutcome;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeProblem;
import org.zhengtong.data.exchange.NodeCard;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeOffice;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.NodesChanged;
import org.zhengtong.data.exchange.internal.incoming.ChannelStore;
import org.zhengtong.data.exchange.internal.outgoing.OutgoingStore;

/** Decisions about nodes, each with its audit entry. */
@Service
class StoredNodeOffice implements NodeOffice {

    private static final int LONGEST_CARD = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cards cards;
    private final NodeWriting writing;
    private final OutgoingStore outgoing;
    private final ChannelStore channels;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredNodeOffice(
            Cards cards,
            NodeWriting writing,
            OutgoingStore outgoing,
            ChannelStore channels,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cards = cards;
        this.writing = writing;
        this.outgoing = outgoing;
        this.channels = channels;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public NodeCard ownCard() {
        return cards.own();
    }

    @Override
    public CardOutcome read(byte[] card) {
        return cards.read(card);
    }

    @Override
    public CardOutcome fetch(String address) {
        try (var http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            var request = HttpRequest.newBuilder(URI.create(address.strip() + "/exchange/card"))
                    .timeout(PATIENCE)
                    .build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return answer.statusCode() == 200
                        ? cards.read(body.readNBytes(LONGEST_CARD))
                        : new CardOutcome.Unreadable(CardOutcome.Why.NOT_REACHED);
            }
        } catch (IOException | IllegalArgumentException unreachable) {
            return new CardOutcome.Unreadable(CardOutcome.Why.NOT_REACHED);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new CardOutcome.Unreadable(CardOutcome.Why.NOT_REACHED);
        }
    }

    @Override
    @Transactional
    public void accept(Acceptance acceptance, Actor by) {
        var card = acceptance.card();
        var node = new ExchangeNode(
                card.code(),
                card.name(),
                card.level(),
                card.zone(),
                card.address(),
                acceptance.transport(),
                null,
                NodeStanding.ACCEPTED,
                acceptance.vouching(),
                acceptance.kinds(),
                card.papers(),
                clock.instant(),
                null);
        writing.write(node, by.name());
        audit.record(
                AuditAction.of(by, "exchange.accept_node", "node", card.code().value())
                        .with("fingerprint", card.fingerprint())
                        .with("transport", acceptance.transport())
                        .with("vouching", acceptance.vouching()));
        events.publishEvent(new NodesChanged(card.code()));
    }

    @Override
    @Transactional
    public void revoke(NodeCode code, String why, Actor by) {
        var _ = writing.lock(code).orElseThrow(() -> new ProblemException(ExchangeProblem.NODE_UNKNOWN, code));
        writing.revoke(code, why, by.name());
        outgoing.withdrawAll(code, clock.instant());
        audit.record(
                AuditAction.of(by, "exchange.revoke_node", "node", code.value()).because(why));
        events.publishEvent(new NodesChanged(code));
    }

    @Override
    @Transactional
    public void expect(NodeCode sender, String contract, long minutes, Actor by) {
        channels.expect(sender, contract, minutes * 60);
        audit.record(AuditAction.of(by, "exchange.expect_channel", "node", sender.value())
                .with("contract", contract)
                .with("minutes", minutes));
    }
}
