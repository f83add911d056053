package org.zhengtong.data.exchange.internal.node;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;

/** Writes nodes with their keys; whoever calls it runs the transaction. */
@Component
public class NodeWriting {

    private final NodeStore store;
    private final KnownNodes known;
    private final NodeKeys keys;
    private final Clock clock;

    NodeWriting(NodeStore store, KnownNodes known, NodeKeys keys, Clock clock) {
        this.store = store;
        this.known = known;
        this.keys = keys;
        this.clock = clock;
    }

    public Optional<ExchangeNode> lock(NodeCode code) {
        return store.lock(code);
    }

    /** Whether these papers have the root that is trusted for this node. */
    public boolean sameRoot(ExchangeNode node, ExchangeNode other) {
        return node.papers().root().equals(other.papers().root());
    }

    /** Keeps a node; under a new root only its present key counts. */
    public void write(ExchangeNode node, String by) {
        var sameRoot =
                store.lock(node.code()).filter(before -> sameRoot(before, node)).isPresent();
        store.save(node, HexFormat.of().formatHex(keys.fingerprint(node.papers())), by);
        var signer = node.papers().signer();
        store.keepKey(node.code(), keys.keyId(signer), signer, clock.instant(), !sameRoot);
        known.changed();
    }

    public void revoke(NodeCode code, String why, String by) {
        store.revoke(code, why, by, clock.instant());
        known.changed();
    }

    /** The node's trust list is of this time. */
    public void snapshotOf(NodeCode code, Instant at) {
        store.snapshotOf(code, at);
        known.changed();
    }
}
