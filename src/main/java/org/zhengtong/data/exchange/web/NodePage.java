package org.zhengtong.data.exchange.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;
import org.zhengtong.data.exchange.internal.node.NodeStore;

/** One node: its card, how it fares, what can be decided. */
public record NodePage(
        ExchangeNode node,
        NodeStore.Standing standing,
        List<ChannelSearch.Line> channels,
        boolean manages,
        String why,
        List<FieldFault> faults,
        NodeAges.Ages ages) {}
