package org.zhengtong.base.audit.internal;

import java.time.Clock;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.internal.TreeStore.Waiting;
import org.zhengtong.base.trust.Signer;

/** Gives committed entries their places in the tree, many at once (group commit), and signs tree heads. Crash-safe: a batch is one transaction. */
@Component
class Sequencing {

    private static final int BATCH = 5000;

    private final TreeStore tree;
    private final LogHash log;
    private final Signer signer;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sequencing(TreeStore tree, LogHash log, Signer signer, Clock clock, PlatformTransactionManager transactionManager) {
        this.tree = tree;
        this.log = log;
        this.signer = signer;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Places one batch unless another program is doing so; says whether the batch was full. */
    boolean placeBatch() {
        if (!tree.anyWaiting()) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> tree.tryLock() && placeLocked()));
    }

    /** Places all that waits and signs a head over it. */
    void catchUp() {
        transaction.executeWithoutResult(status -> {
            tree.lock();
            while (placeLocked()) {
                // the next batch
            }
            signLocked();
        });
    }

    /** Signs a head when the tree has grown, unless another program is at it. */
    void signHead() {
        transaction.executeWithoutResult(status -> {
            if (tree.tryLock()) {
                signLocked();
            }
        });
    }

    private boolean placeLocked() {
        var waiting = tree.takeWaiting(BATCH).stream()
                .sorted(Comparator.comparing(Waiting::entry))
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        var growth = new TreeGrowth(log.hasher(), tree.size(), tree::requireNode);
        tree.addLeaves(growth.size(), waiting);
        waiting.forEach(leaf -> growth.add(leaf.leaf()));
        tree.addNodes(growth.takeNodes());
        return waiting.size() == BATCH;
    }

    private void signLocked() {
        var size = tree.size();
        var signed = tree.findLatestHead().map(TreeHead::size).orElse(0L);
        if (size == signed) {
            return;
        }
        var root = new TreeShape(log.hasher(), tree::requireNode).root(size);
        var at = CanonicalEntry.storable(clock.instant());
        tree.addHead(new TreeHead(size, root, at, signer.sign(TreeHead.signedContent(size, root, at))));
    }
}
