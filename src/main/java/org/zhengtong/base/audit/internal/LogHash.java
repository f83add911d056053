package org.zhengtong.base.audit.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Signer;

/** The hash of this log, asked from the database once. */
@Component
class LogHash {

    private final TreeStore tree;
    private final Signer signer;
    private volatile @Nullable TreeHasher hasher;

    LogHash(TreeStore tree, Signer signer) {
        this.tree = tree;
        this.signer = signer;
    }

    TreeHasher hasher() {
        var known = hasher;
        if (known == null) {
            known = new TreeHasher(tree.hashAlgorithm(signer.suite().hashAlgorithm()));
            hasher = known;
        }
        return known;
    }
}
