package org.zhengtong.base.trust;

/**
 * What is asked for: a certificate for a holder over the key in a PKCS#10 request (RFC 2986) in PEM. Only the key is taken from
 * the request; name and uses are the authority's to say.
 */
public record CertificateRequest(CertificateHolder holder, String pkcs10) {

    /** Longest request that is read. */
    public static final int LONGEST = 16_384;
}
