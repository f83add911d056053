package org.zhengtong.base.trust;

import java.util.Optional;

/** Signs in the name of the node: tree heads, receipts, envelopes. */
public interface Signer {

    /** The algorithms in force. */
    TrustSuite suite();

    /** Signs with the node's present key. */
    Signature sign(byte[] content);

    /** Whether one of the node's keys, present or earlier, signed this content. */
    boolean verify(byte[] content, Signature signature);

    /** The certificate of a key in PEM, for those who check from outside. */
    Optional<String> certificate(String keyId);
}
