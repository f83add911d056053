package org.zhengtong.base.identity;

import java.util.Optional;

/** Getting back into an account: by a link to the registered mail address, or from a clerk who saw person and document. */
public interface Recovery {
    /** The permission to hand out links at the counter. */
    String RECOVER = "identity.recover_account";

    /** An account as the counter finds it by its number. */
    record Found(AccountId account, AccountKind kind, String name, String maskedNumber, String maskedMobile) {}

    /**
     * Asks for a link. Whether there is such an account, and whether it left an address, shows neither in the answer nor in
     * the time it takes.
     */
    Asked ask(String name, String address);

    /** What is told to who asks. */
    enum Asked {
        TAKEN,
        /** Too many asked from this network address. */
        PAUSED
    }

    /** Whether a link still opens the page. */
    boolean isOpen(String secret);

    /** Sets a new password and uses the link up; gives the account, or why not. */
    RegistrationOutcome reset(String secret, NewPassword password);

    /** The account behind a citizen number or credit code, for the counter; needs {@link #RECOVER} or the right to check names. */
    Optional<Found> find(CurrentUser clerk, String number);

    /** Makes a link for somebody whose document was seen; it also switches the second factor off. Needs {@link #RECOVER}. */
    String linkAtCounter(CurrentUser clerk, AccountId account, RealNameDocument document);
}
