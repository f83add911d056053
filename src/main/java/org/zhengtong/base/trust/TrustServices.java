package org.zhengtong.base.trust;

import java.util.Optional;

/** What anybody may ask of the node's authority, as bytes in the formats that other programs know. */
public interface TrustServices {

    /** Longest question that is read. */
    int LONGEST_QUESTION = 10_240;

    /** Certificate of an authority such as {@code root-sm2} or {@code issuing-ecdsa}, in DER. */
    Optional<byte[]> authority(String alias);

    /** Its revocation list (RFC 5280 section 5), in DER; a new one is published when a certificate's state changed. */
    Optional<byte[]> revocationList(String alias);

    /** Answer to a question about the status of certificates (OCSP, RFC 6960); a bad question gets an answer that says so. */
    byte[] statusAnswer(byte[] question);

    /** Answer to a request for a time stamp (RFC 3161); a bad request gets an answer that says so. */
    byte[] timeStamp(byte[] request);
}
