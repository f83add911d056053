package org.zhengtong.data.exchange;

import java.util.List;
import java.util.Optional;

/** This node and the others it knows. */
public interface Nodes {

    /** Permission to see nodes, channels and envelopes. */
    String VIEW_EXCHANGE = "exchange.view_exchange";

    /** Permission to accept and revoke nodes, to decide about the quarantine and to send notes. */
    String MANAGE_EXCHANGE = "exchange.manage_exchange";

    /** How this node presents itself. */
    OwnNode own();

    /** All others, whatever their standing. */
    List<ExchangeNode> all();

    /** A node of any standing. */
    Optional<ExchangeNode> find(NodeCode code);

    /** A node that is trusted now. */
    default Optional<ExchangeNode> trusted(NodeCode code) {
        return find(code).filter(node -> node.standing() != NodeStanding.REVOKED);
    }
}
