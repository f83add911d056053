package org.zhengtong.base.inspection.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.ConsistencyProof;
import org.zhengtong.base.audit.InclusionProof;
import org.zhengtong.base.audit.TreeHash;
import org.zhengtong.base.trust.Signer;

/** A proof as a file: everything that somebody outside needs to check it, and how. */
record ProofDocument(String howToCheck, String content, String leaf, long index, List<String> path, HeadDocument head) {

    private static final String HOW = "leaf = H(0x00 | content in UTF-8). Go up the path: with fn = index and "
            + "sn = size - 1, a neighbour is on the left if fn is odd or fn = sn, then r = H(0x01 | p | r), else "
            + "r = H(0x01 | r | p); halve both (RFC 9162 section 2.1.3.2). The result is head.root. head.signature signs "
            + "head.signedText in UTF-8 with the key of head.certificate. H is SHA-256 or, in a log begun with the suite "
            + "SM2, SM3.";

    static ProofDocument of(InclusionProof proof, Signer signer) {
        return new ProofDocument(
                HOW,
                proof.content(),
                proof.leaf().toString(),
                proof.index(),
                proof.path().stream().map(TreeHash::toString).toList(),
                HeadDocument.of(proof.head(), signer));
    }

    /** Proof as a file that a log of some size only grew. */
    record ConsistencyDocument(String howToCheck, long size, String root, List<String> path, HeadDocument head) {

        private static final String HOW = "The log had size entries and this root; follow the path by RFC 9162 section "
                + "2.1.4.2 with first = size and second = head.size: it leads to root and to head.root at once.";

        static ConsistencyDocument of(ConsistencyProof proof, Signer signer) {
            return new ConsistencyDocument(
                    HOW,
                    proof.size(),
                    proof.root().toString(),
                    proof.path().stream().map(TreeHash::toString).toList(),
                    HeadDocument.of(proof.head(), signer));
        }
    }

    /** A signed tree head as a file. */
    record HeadDocument(
            long size,
            String root,
            String at,
            String signedText,
            String keyId,
            String algorithm,
            String signature,
            @Nullable String certificate) {

        static HeadDocument of(org.zhengtong.base.audit.TreeHead head, Signer signer) {
            var signed = org.zhengtong.base.audit.TreeHead.signedContent(head.size(), head.root(), head.at());
            var signature = head.signature();
            return new HeadDocument(
                    head.size(),
                    head.root().toString(),
                    head.at().toString(),
                    new String(signed, java.nio.charset.StandardCharsets.UTF_8),
                    signature.keyId(),
                    signature.algorithm(),
                    signature.base64(),
                    signer.certificate(signature.keyId()).orElse(null));
        }
    }
}
