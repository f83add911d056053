package org.zhengtong.base.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.ArrayDeque;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.zhengtong.base.audit.TreeHash;

/** Hashes of the Merkle tree (RFC 6962 section 2.1): a leaf with prefix 0x00, a node with prefix 0x01. */
final class TreeHasher {

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private final String algorithm;

    TreeHasher(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }

    TreeHash leaf(String content) {
        return leaf(content.getBytes(StandardCharsets.UTF_8));
    }

    TreeHash leaf(byte[] content) {
        var digest = digest();
        digest.update((byte) 0);
        return new TreeHash(digest.digest(content));
    }

    TreeHash node(TreeHash left, TreeHash right) {
        var digest = digest();
        digest.update((byte) 1);
        digest.update(left.bytes());
        return new TreeHash(digest.digest(right.bytes()));
    }

    /** Root of the empty tree: the hash of nothing. */
    TreeHash empty() {
        return new TreeHash(digest().digest());
    }

    /** The root that a leaf at this index and its path lead to in a tree of this size (RFC 9162 section 2.1.3.2). */
    TreeHash rootFrom(TreeHash leaf, long index, long size, List<TreeHash> path) {
        var first = index;
        var last = size - 1;
        var root = leaf;
        for (var neighbour : path) {
            if (last == 0) {
                throw new IllegalArgumentException("Path too long for a tree of " + size);
            }
            if ((first & 1) == 1 || first == last) {
                root = node(neighbour, root);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                root = node(root, neighbour);
            }
            first >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("Path too short for a tree of " + size);
        }
        return root;
    }

    /** Whether the path shows that the newer tree only adds to the older one (RFC 9162 section 2.1.4.2). */
    boolean consistent(long older, TreeHash olderRoot, long newer, TreeHash newerRoot, List<TreeHash> path) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == newer || older == 0) {
            return path.isEmpty() && (older == 0 ? olderRoot.equals(empty()) : olderRoot.equals(newerRoot));
        }
        var rest = new ArrayDeque<>(path);
        if (Long.bitCount(older) == 1) {
            rest.addFirst(olderRoot);
        }
        if (rest.isEmpty()) {
            return false;
        }
        var shift = Long.numberOfTrailingZeros(older);
        var first = (older - 1) >> shift;
        var last = (newer - 1) >> shift;
        var firstRoot = rest.removeFirst();
        var lastRoot = firstRoot;
        for (var neighbour : rest) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                firstRoot = node(neighbour, firstRoot);
                lastRoot = node(neighbour, lastRoot);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                lastRoot = node(lastRoot, neighbour);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && firstRoot.equals(olderRoot) && lastRoot.equals(newerRoot);
    }

    private MessageDigest digest() {
        try {
            return algorithm.equals("SM3")
                    ? MessageDigest.getInstance(algorithm, BOUNCY_CASTLE)
                    : MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
