package org.zhengtong.data.exchange.internal.kinds;

import java.time.Instant;
import java.util.List;
import org.zhengtong.data.exchange.internal.node.CardText;

/** Whom a node trusts, at a time. */
public record TrustList(Instant at, List<CardText> nodes) {

    static final String KIND = "exchange.trust_list";
}
