package org.zhengtong.base.audit.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.TreeHead;
import org.zhengtong.base.audit.WholeLogCheck;
import org.zhengtong.base.audit.WholeLogCheck.Broken;
import org.zhengtong.base.audit.WholeLogCheck.Difference;
import org.zhengtong.base.audit.internal.TreeStore.Leaf;
import org.zhengtong.base.trust.Signer;

/** Recomputes the tree from the entries, in pieces, and compares it with what is stored and signed. */
@Component
class WholeLog {

    private static final int PIECE = 5000;

    private final EntryStore entries;
    private final TreeStore tree;
    private final YearStore years;
    private final LogHash log;
    private final Signer signer;

    WholeLog(EntryStore entries, TreeStore tree, YearStore years, LogHash log, Signer signer) {
        this.entries = entries;
        this.tree = tree;
        this.years = years;
        this.log = log;
        this.signer = signer;
    }

    void export(OutputStream out) throws IOException {
        new LogFile(tree, years.discarded(), log.hasher(), signer).write(out);
    }

    WholeLogCheck check() {
        var lost = entries.findLost();
        if (lost.isPresent()) {
            return new Broken(Difference.LEAF_MISSING, -1, lost.get());
        }
        return new Walk().toTheEnd();
    }

    /** One walk over the log; remembers the next signed head to meet. */
    private final class Walk {

        private final TreeGrowth growth = new TreeGrowth(log.hasher());
        private final Deque<TreeHead> heads = new ArrayDeque<>();
        private final long signedSize =
                tree.findLatestHead().map(TreeHead::size).orElse(0L);
        private final Set<Integer> discarded = years.discarded();
        private @Nullable TreeHead passed;

        WholeLogCheck toTheEnd() {
            while (true) {
                var piece = tree.leavesFrom(growth.size(), PIECE);
                for (var leaf : piece) {
                    var broken = step(leaf);
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
                if (piece.size() < PIECE) {
                    return end();
                }
            }
        }

        private Optional<Broken> step(Leaf leaf) {
            if (leaf.index() != growth.size()) {
                return broken(Difference.LEAF_MISSING, null);
            }
            if (leaf.entry().isEmpty() && !discarded.contains(leaf.id().year())) {
                return broken(Difference.ENTRY_MISSING, leaf);
            }
            var hash = leaf.entry()
                    .map(entry -> log.hasher().leaf(CanonicalEntry.of(entry)))
                    .orElse(leaf.hash());
            if (!hash.equals(leaf.hash())) {
                return broken(Difference.ENTRY_CHANGED, leaf);
            }
            growth.add(hash);
            for (var node : growth.takeNodes()) {
                if (!tree.findNode(node.level(), node.index()).equals(Optional.of(node.hash()))) {
                    return broken(Difference.NODE_CHANGED, leaf);
                }
            }
            return meetHead(leaf);
        }

        private Optional<Broken> meetHead(Leaf leaf) {
            if (heads.isEmpty()) {
                heads.addAll(tree.headsAbove(growth.size() - 1, PIECE));
            }
            var head = heads.peek();
            if (head == null || head.size() != growth.size()) {
                return Optional.empty();
            }
            passed = heads.remove();
            if (!head.root().equals(growth.root())) {
                return broken(Difference.ROOT_CHANGED, leaf);
            }
            var signed = TreeHead.signedContent(head.size(), head.root(), head.at());
            return signer.verify(signed, head.signature())
                    ? Optional.empty()
                    : broken(Difference.SIGNATURE_WRONG, leaf);
        }

        private WholeLogCheck end() {
            // a head over more entries than there are: the end of the log was cut off
            return growth.size() >= signedSize
                    ? new WholeLogCheck.Sound(growth.size(), passed)
                    : new Broken(Difference.LEAF_MISSING, growth.size(), null);
        }

        private Optional<Broken> broken(Difference difference, @Nullable Leaf leaf) {
            return Optional.of(new Broken(
                    difference, leaf == null ? growth.size() : leaf.index(), leaf == null ? null : leaf.id()));
        }
    }
}
