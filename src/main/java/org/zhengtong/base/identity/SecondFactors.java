package org.zhengtong.base.identity;

import java.util.List;
import java.util.Optional;

/** The second factor (第二因素): codes of an authenticator on one's telephone (RFC 6238), and recovery codes for when it is lost. */
public interface SecondFactors {
    /** The permission to change who must have one. */
    String SET_RULE = "identity.set_sign_in_rule";

    /** What an account has to do after its password. */
    enum Demand {
        NOTHING,
        /** Show a code. */
        CODE,
        /** Set an authenticator up, because the rule demands one and there is none. */
        SETTING_UP
    }

    /**
     * A secret to be kept by an authenticator.
     *
     * @param secret in Base32, to be typed
     * @param address {@code otpauth:} address, to be shown as a QR code
     * @param sealed the same for {@link #setUp}, readable to this node alone and for this account alone
     */
    record Offer(String secret, String address, String sealed) {}

    /** What stands: whether codes are asked for, and how many recovery codes are left. */
    record State(boolean set, int recoveryCodesLeft) {}

    /** What the account must do after its password. */
    Demand demandOf(AccountId account);

    /** What the account has set up. */
    State stateOf(AccountId account);

    /** A fresh secret; nothing is stored yet. */
    Offer offer(AccountId account);

    /** The same offer again, for a page that was refused; empty when it is somebody else's or older than 15 minutes. */
    Optional<Offer> reopen(AccountId account, String sealed);

    /** Begins to ask for codes, once the authenticator shows a right one; gives the recovery codes, or nothing when the code is wrong. */
    Optional<List<String>> setUp(AccountId account, String sealed, String code);

    /** Checks a code of the authenticator, or a recovery code. Each is good once; failures are counted like those of passwords. */
    SignInOutcome prove(AccountId account, String code, String address);

    /** Makes new recovery codes; those before are worth nothing. The caller has proved a code. */
    List<String> renewRecoveryCodes(CurrentUser user);

    /** Asks no more for codes. The caller has proved a code. Refused as long as the rule demands them. */
    boolean remove(CurrentUser user);

    /** Who has to have a second factor. */
    SecondFactorRule rule();

    /** Changes the rule; needs {@link #SET_RULE}. */
    void setRule(CurrentUser by, SecondFactorRule rule);
}
