package org.zhengtong.base.identity;

import java.time.Instant;

/** What became of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** Name and password fit. */
    record SignedIn(AccountId account) implements SignInOutcome {}

    /** Name or password is wrong; so many attempts are left before a pause. */
    record Wrong(int attemptsLeft) implements SignInOutcome {}

    /** Too many failures: nobody signs in under this name before {@code until}. */
    record LockedOut(Instant until) implements SignInOutcome {}

    /** Too many failures from this network address: nothing was checked. */
    record AddressPaused(Instant until) implements SignInOutcome {}
}
