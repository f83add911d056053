package org.zhengtong.base.audit;

import java.util.List;

/**
 * Proof that a log only grew: that the first {@code size} entries of the log under {@code head} are the very ones whose root
 * was {@code root} (RFC 9162 section 2.1.4). Whoever kept an old head compares its root and follows the path.
 */
public record ConsistencyProof(long size, TreeHash root, List<TreeHash> path, TreeHead head) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }
}
