package org.zhengtong.base.trust;

import java.security.MessageDigest;
import java.time.Instant;

/** How nodes know each other: each shows its papers, and what it signs is checked against them. */
public interface NodeKeys {

    /** This node's papers in the suite it works with now. */
    NodePapers own();

    /** Whether papers hang together from the signer up to the root and hold at this time. */
    boolean sound(NodePapers papers, Instant at);

    /** SHA-256 of the root's certificate: what two administrators compare before they trust. */
    byte[] fingerprint(NodePapers papers);

    /** Identifier of the key of a signing certificate, as it stands in {@link Signature#keyId()}. */
    String keyId(String signerPem);

    /** Whether the key of this certificate signed this content; the algorithm follows from the certificate. */
    boolean verify(byte[] content, byte[] signature, String signerPem);

    /** The hash that goes with a suite: SM3 or SHA-256. */
    MessageDigest digest(TrustSuite suite);
}
