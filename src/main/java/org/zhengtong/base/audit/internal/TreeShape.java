package org.zhengtong.base.audit.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.audit.TreeHash;

/** Which complete subtrees make up roots and paths (RFC 6962 section 2.1); their hashes come from a source. */
final class TreeShape {

    private final TreeHasher hasher;
    private final NodeSource nodes;

    TreeShape(TreeHasher hasher, NodeSource nodes) {
        this.hasher = hasher;
        this.nodes = nodes;
    }

    /** Finds the hash of a complete subtree: level 0 are the leaves. */
    @FunctionalInterface
    interface NodeSource {
        TreeHash node(int level, long index);
    }

    TreeHash root(long size) {
        return size == 0 ? hasher.empty() : hashOf(0, size);
    }

    /** The neighbouring hashes from a leaf up to the root of a tree of this size. */
    List<TreeHash> path(long index, long size) {
        var path = new ArrayList<TreeHash>();
        addPath(index, 0, size, path);
        return path;
    }

    private void addPath(long index, long start, long end, List<TreeHash> path) {
        if (end - start == 1) {
            return;
        }
        var middle = start + largestPowerBelow(end - start);
        if (index < middle) {
            addPath(index, start, middle, path);
            path.add(hashOf(middle, end));
        } else {
            addPath(index, middle, end, path);
            path.add(hashOf(start, middle));
        }
    }

    /** The hashes that lead from the root of the tree's first {@code older} leaves to that of all (RFC 9162 section 2.1.4.1). */
    List<TreeHash> consistency(long older, long size) {
        var path = new ArrayList<TreeHash>();
        if (older > 0 && older < size) {
            addConsistency(older, 0, size, true, path);
        }
        return path;
    }

    private void addConsistency(long older, long start, long end, boolean whole, List<TreeHash> path) {
        if (older == end - start) {
            if (!whole) {
                path.add(hashOf(start, end));
            }
            return;
        }
        var middle = start + largestPowerBelow(end - start);
        if (older <= middle - start) {
            addConsistency(older, start, middle, whole, path);
            path.add(hashOf(middle, end));
        } else {
            addConsistency(older - (middle - start), middle, end, false, path);
            path.add(hashOf(start, middle));
        }
    }

    private TreeHash hashOf(long start, long end) {
        var width = end - start;
        if (Long.bitCount(width) == 1) {
            var level = Long.numberOfTrailingZeros(width);
            return nodes.node(level, start >> level);
        }
        var middle = start + largestPowerBelow(width);
        return hasher.node(hashOf(start, middle), hashOf(middle, end));
    }

    private static long largestPowerBelow(long width) {
        return Long.highestOneBit(width - 1);
    }
}
