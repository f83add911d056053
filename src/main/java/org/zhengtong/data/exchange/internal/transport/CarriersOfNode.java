package org.zhengtong.data.exchange.internal.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.internal.node.Introductions;

/** Chooses the way to a node. */
@Component
class CarriersOfNode {

    private static final Duration GAP = Duration.ofSeconds(5);

    private final HttpCarrier http;
    private final FerryCarrier ferry;
    private final KafkaCarrier kafka;
    private final Passing passing;
    private final Introductions introductions;
    private final DueStore work;
    private final OwnNode own;

    CarriersOfNode(
            HttpCarrier http,
            FerryCarrier ferry,
            KafkaCarrier kafka,
            Passing passing,
            Introductions introductions,
            DueStore work,
            OwnNode own) {
        this.http = http;
        this.ferry = ferry;
        this.kafka = kafka;
        this.passing = passing;
        this.introductions = introductions;
        this.work = work;
        this.own = own;
    }

    /** Meets the nodes of the same operator, where that is configured. */
    void meet() {
        introductions.meet();
    }

    /** Codes of nodes for which something is due. */
    Set<String> due(Instant now) {
        return work.nodes(now, now.minus(GAP));
    }

    /** Whether to go there although nothing is due: something may wait there. */
    boolean calls(ExchangeNode node) {
        return switch (node.transport()) {
            case PUSH -> node.via() == null && own.address().isEmpty();
            case FERRY, FERRY_ONE_WAY -> ferry.brought(node);
            case KAFKA -> kafka.configured();
            case FETCHED -> false;
        };
    }

    void carry(ExchangeNode node) throws InterruptedException {
        switch (node.transport()) {
            // who cannot be reached asks whether there is something for him
            case PUSH -> http.carry(node, own.address().isEmpty());
            case FERRY, FERRY_ONE_WAY -> ferry.carry(node);
            case KAFKA -> kafka.carry(node);
            case FETCHED -> {}
        }
    }

    void pass(ExchangeNode node) {
        passing.pass(node);
    }
}
