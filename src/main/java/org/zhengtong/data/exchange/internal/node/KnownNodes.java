package org.zhengtong.data.exchange.internal.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.internal.frame.FrameCheck;

/**
 * The nodes of {@code exchange.node}, kept for a moment: every frame asks for its sender. A decision made on this instance holds at
 * once, one made on another within two seconds.
 */
@Component
public class KnownNodes implements Nodes, FrameCheck.Senders {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final NodeStore store;
    private final OwnNode own;
    private volatile @Nullable Seen seen;

    KnownNodes(NodeStore store, OwnNode own) {
        this.store = store;
        this.own = own;
    }

    private record Seen(Map<NodeCode, ExchangeNode> nodes, Map<String, String> signers, long at) {}

    @Override
    public OwnNode own() {
        return own;
    }

    @Override
    public List<ExchangeNode> all() {
        return List.copyOf(seen().nodes().values());
    }

    @Override
    public Optional<ExchangeNode> find(NodeCode code) {
        return Optional.ofNullable(seen().nodes().get(code));
    }

    @Override
    public @Nullable ExchangeNode sender(NodeCode code) {
        return seen().nodes().get(code);
    }

    @Override
    public @Nullable String signer(NodeCode code, String keyId) {
        return seen().signers().get(code + " " + keyId);
    }

    private Seen seen() {
        var known = seen;
        if (known == null || System.nanoTime() - known.at() > FRESH) {
            var nodes = new TreeMap<NodeCode, ExchangeNode>(java.util.Comparator.comparing(NodeCode::value));
            store.all().forEach(node -> nodes.put(node.code(), node));
            known = new Seen(nodes, store.signers(), System.nanoTime());
            seen = known;
        }
        return known;
    }

    /** Forgets what was kept, now and again after the running transaction. */
    public void changed() {
        seen = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    seen = null;
                }
            });
        }
    }
}
