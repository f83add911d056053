package org.zhengtong.base.identity;

import java.util.List;
import java.util.Optional;

/** Passkeys (通行密钥, WebAuthn): a key in one's device that signs instead of a password and cannot be told to another site. */
public interface Passkeys {

    /** What became of adding one. */
    enum AddOutcome {
        ADDED,
        /** The answer does not fit: other site, old or used challenge, forged. */
        REFUSED,
        /** The device's key is registered already. */
        KNOWN
    }

    /** The passkeys of an account, the newest first. */
    List<Passkey> list(AccountId account);

    /** What a browser needs to make a key, as JSON; good for five minutes and one answer. */
    String creationOptions(CurrentUser user, PasskeySite site);

    /** Adds the key that the browser made; {@code answer} is what it says, as JSON. */
    AddOutcome add(CurrentUser user, String name, String answer, PasskeySite site);

    /** What a browser needs to sign in, as JSON; good for five minutes and one answer. */
    String requestOptions(PasskeySite site);

    /** Whose key signed; empty when the answer proves nothing. */
    Optional<AccountId> prove(String answer, PasskeySite site);

    /** Gives a passkey of one's own another name. */
    void rename(CurrentUser user, long passkey, String name);

    /** Takes a passkey out of use. */
    void remove(CurrentUser user, long passkey);

    /** Takes a removal back, within ten minutes. */
    boolean restore(CurrentUser user, long passkey);
}
