package org.zhengtong.base.trust;

/** What became of a request for a certificate. */
public sealed interface IssueOutcome {

    /** Issued; the chain is the certificate, the issuing authority's and the root's in PEM. */
    record Issued(Certificate certificate, String chainPem) implements IssueOutcome {}

    /** Not issued. */
    record Refused(Fault fault) implements IssueOutcome {}

    /** Why a request is refused. */
    enum Fault {
        /** Not a PKCS#10 request, or longer than {@link CertificateRequest#LONGEST}. */
        REQUEST_UNREADABLE,
        /** The request is not signed with the key it asks a certificate for. */
        REQUEST_NOT_SIGNED,
        /** Only keys on the curves P-256 and SM2 get certificates. */
        KEY_UNSUITABLE,
        /** This node's key store cannot hold an authority of that suite. */
        SUITE_UNAVAILABLE,
        /** A suspended or revoked certificate is not renewed. */
        WITHDRAWN,
        /** A seal gets its new certificate by itself, with the next seal that is set. */
        RENEWS_ITSELF
    }
}
