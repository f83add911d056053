package org.zhengtong.base.audit.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.zhengtong.base.audit.TreeHash;

/** A tree that grows leaf by leaf and remembers only its edge: one complete subtree for each one-bit of its size. */
final class TreeGrowth {

    private final TreeHasher hasher;
    private final Deque<TreeHash> edge = new ArrayDeque<>();
    private final List<NewNode> nodes = new ArrayList<>();
    private long size;

    TreeGrowth(TreeHasher hasher) {
        this.hasher = hasher;
    }

    /** Goes on from a stored tree. */
    TreeGrowth(TreeHasher hasher, long size, TreeShape.NodeSource stored) {
        this(hasher);
        this.size = size;
        for (var level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                edge.push(stored.node(level, (size >> level) - 1));
            }
        }
    }

    /** A complete subtree that has just been closed. */
    record NewNode(int level, long index, TreeHash hash) {}

    long size() {
        return size;
    }

    void add(TreeHash leaf) {
        var hash = leaf;
        var level = 0;
        for (var place = size; (place & 1) == 1; place >>= 1) {
            hash = hasher.node(edge.pop(), hash);
            level++;
            nodes.add(new NewNode(level, place >> 1, hash));
        }
        edge.push(hash);
        size++;
    }

    /** The subtrees closed since the last call. */
    List<NewNode> takeNodes() {
        var taken = List.copyOf(nodes);
        nodes.clear();
        return taken;
    }

    TreeHash root() {
        if (edge.isEmpty()) {
            return hasher.empty();
        }
        var parts = edge.iterator();
        var root = parts.next();
        while (parts.hasNext()) {
            root = hasher.node(parts.next(), root);
        }
        return root;
    }
}
