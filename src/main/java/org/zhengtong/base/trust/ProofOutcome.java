package org.zhengtong.base.trust;

/** What an answer to a challenge proves. */
public sealed interface ProofOutcome {

    /** Whoever answered holds the key of this valid certificate. */
    record Proven(CertificateHolder holder, CertificateSerial serial) implements ProofOutcome {}

    /** Nothing is proven. */
    record Refused(Reason reason) implements ProofOutcome {}

    /** Why an answer is refused. */
    enum Reason {
        CHALLENGE_UNKNOWN,
        CHALLENGE_EXPIRED,
        /** The challenge was answered before, by whomever. */
        CHALLENGE_USED,
        CERTIFICATE_UNREADABLE,
        CHAIN_TOO_LONG,
        CHAIN_UNTRUSTED,
        /** The certificate is ours, but made for sealing, time stamps or the like. */
        NOT_FOR_THIS,
        NOT_YET_VALID,
        EXPIRED,
        SUSPENDED,
        REVOKED,
        SIGNATURE_WRONG;

        /** Key of the text that says what is wrong and what to do. */
        public String textKey() {
            return "trust.proof." + name();
        }
    }
}
