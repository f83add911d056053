package org.zhengtong.base.audit;

import java.util.List;

/**
 * Proof that an entry is in the log: the leaf, its place, and the neighbouring hashes that lead from it to the root of a
 * signed tree head (RFC 9162 section 2.1.3).
 *
 * @param content the exact text whose hash is the leaf; anybody can hash it again
 */
public record InclusionProof(
        EntryId entry, String content, TreeHash leaf, long index, List<TreeHash> path, TreeHead head) {

    public InclusionProof {
        path = List.copyOf(path);
    }
}
