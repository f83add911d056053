package org.zhengtong.base.trust;

import java.util.UUID;

/**
 * Proves who holds a certificate's private key: a random number, used once, is signed with it (GB/T 15843.3, one-sided
 * authentication in two passes).
 *
 * <p>Only certificates of this node's own authority are accepted; the register says whom they name. A certificate that
 * begins up to five minutes in the future is accepted, since clocks differ; one that has ended is not. Times are this node's.
 */
public interface CertificateChallenges {

    /** Most certificates in a chain, the holder's included. */
    int LONGEST_CHAIN = 5;

    /** A new challenge for a purpose such as {@code sign-in}; it lasts five minutes and is used up by one proof, good or bad. */
    CertificateChallenge challenge(String purpose);

    /**
     * Checks an answer.
     *
     * @param purpose what the proof is wanted for; a challenge for another purpose is refused
     * @param chainPem the holder's certificate, then those above it, if any
     * @param signature over {@link CertificateChallenge#bytes()}: DER, or r and s side by side as browsers write it
     */
    ProofOutcome prove(UUID challenge, String purpose, String chainPem, byte[] signature);

    /** Forgets challenges that ended more than a day ago; says how many. */
    int forgetOld();
}
