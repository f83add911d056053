package org.zhengtong.base.identity;

import java.util.UUID;
import org.zhengtong.base.trust.CertificateChallenge;
import org.zhengtong.base.trust.ProofOutcome;

/** Signing in by a certificate (数字证书): the holder signs a random text with the private key, which never comes here. */
public interface CertificateSignIn {

    /** What became of it. */
    sealed interface Outcome {

        /** The certificate names this account. */
        record SignedIn(AccountId account) implements Outcome {}

        /** The signature proves nothing. */
        record Refused(ProofOutcome.Reason reason) implements Outcome {}

        /** The certificate is good, but names nobody who has an account here. */
        record NoAccount() implements Outcome {}
    }

    /** A text to be signed, good for five minutes and one answer. */
    CertificateChallenge challenge();

    /** Checks an answer; {@code signature} is Base64, with or without line breaks. */
    Outcome prove(UUID challenge, String chainPem, String signature);

    /** How a certificate names an account. */
    static String reference(AccountId account) {
        return "account:" + account;
    }
}
