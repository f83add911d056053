package org.zhengtong.data.exchange.internal.transport;

import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.OwnNode;

/** Chooses the way to a node. */
@Component
class CarriersOfNode {

    private final HttpCarrier http;
    private final FerryCarrier ferry;
    private final Passing passing;
    private final OwnNode own;

    CarriersOfNode(HttpCarrier http, FerryCarrier ferry, Passing passing, OwnNode own) {
        this.http = http;
        this.ferry = ferry;
        this.passing = passing;
        this.own = own;
    }

    void carry(ExchangeNode node) throws InterruptedException {
        switch (node.transport()) {
            // who cannot be reached asks whether there is something for him
            case PUSH -> http.carry(node, own.address().isEmpty());
            case FERRY, FERRY_ONE_WAY -> ferry.carry(node);
            case FETCHED -> {}
        }
    }

    void pass(ExchangeNode node) {
        passing.pass(node);
    }
}
