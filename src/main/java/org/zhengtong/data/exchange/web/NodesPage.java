package org.zhengtong.data.exchange.web;

import java.util.List;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCard;
import org.zhengtong.data.exchange.NodeStanding;

/** This node and the others. */
public record NodesPage(NodeCard own, List<ExchangeNode> nodes, boolean manages, String done, NodeAges.Ages ages) {

    /** How a standing is drawn. */
    public static String drawn(NodeStanding standing) {
        return switch (standing) {
            case ACCEPTED -> "done";
            case VOUCHED -> "doing";
            case REVOKED -> "overdue";
        };
    }
}
