package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.SignIn;
import org.zhengtong.base.identity.SignInOutcome;

/** No transaction around the whole: a digest takes long, and what was counted must stay counted. */
@Service
class CheckedSignIn implements SignIn {
    private static final Duration COUNTED = Duration.ofDays(1);

    private final SignInNames names;
    private final AccountStore accounts;
    private final AttemptStore attempts;
    private final PasswordCheck passwords;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    CheckedSignIn(
            SignInNames names,
            AccountStore accounts,
            AttemptStore attempts,
            PasswordCheck passwords,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.names = names;
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public SignInOutcome signIn(String name, String password) {
        var digest = names.digest(name);
        var now = clock.instant();
        var attempt = attempts.begin(digest, now);
        if (attempt.isEmpty()) {
            return new SignInOutcome.LockedOut(attempts.lockedUntil(digest).orElse(now));
        }
        var credentials = accounts.findCredentials(digest);
        var stored = credentials.map(AccountStore.Credentials::password).orElse(null);
        if (!passwords.fits(password, stored) || credentials.isEmpty()) {
            attempts.forgetBefore(now.minus(COUNTED));
            return attempt.get() >= AttemptStore.ALLOWED
                    ? new SignInOutcome.LockedOut(now.plus(AttemptStore.PAUSE))
                    : new SignInOutcome.Wrong(AttemptStore.ALLOWED - attempt.get());
        }
        return admit(digest, credentials.get());
    }

    private SignInOutcome admit(byte[] digest, AccountStore.Credentials credentials) {
        transactions.executeWithoutResult(status -> {
            attempts.forget(digest);
            audit.record(AuditAction.of(
                    AccountActor.of(credentials),
                    "identity.sign_in",
                    "account",
                    credentials.id().toString()));
        });
        return new SignInOutcome.SignedIn(credentials.id());
    }
}
