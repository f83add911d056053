package org.zhengtong.base.identity.internal.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.RealNameDocument;
import org.zhengtong.base.identity.internal.Secrets;
import org.zhengtong.base.identity.internal.factor.LostFactors;
import org.zhengtong.base.identity.internal.recovery.RecoveryStore.Link;
import org.zhengtong.base.identity.internal.recovery.RecoveryStore.Way;

/** Makes links, sends them, and tells the holder and the log what was done with them. */
@Component
class RecoveryLetters {
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofMinutes(5);

    private final RecoveryStore store;
    private final LostFactors factors;
    private final Secrets secrets;
    private final ObjectProvider<AccountLetters> letters;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    RecoveryLetters(
            RecoveryStore store,
            LostFactors factors,
            Secrets secrets,
            ObjectProvider<AccountLetters> letters,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.factors = factors;
        this.secrets = secrets;
        this.letters = letters;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    byte[] digest(String secret) {
        return secrets.digest("recovery link", secret);
    }

    /** At most one mail in five minutes, so that nobody is buried under them. */
    void mailLink(AccountId account) {
        transactions.executeWithoutResult(status -> {
            var now = clock.instant();
            var secret = secrets.fresh();
            if (!store.madeSince(account, now.minus(BETWEEN))
                    && letters.getObject()
                            .mailSecretLink(
                                    account, "identity.notice.recovery", "/recovery/password?token=" + secret)) {
                store.replace(digest(secret), new Link(account, Way.MAIL), now, now.plus(VALID));
            }
        });
    }

    String linkAtCounter(CurrentUser clerk, AccountId account, RealNameDocument document, Instant until) {
        var secret = secrets.fresh();
        store.replace(digest(secret), new Link(account, Way.COUNTER), clock.instant(), until);
        audit.record(AuditAction.of(clerk.actor(), "identity.recover_at_counter", "account", account.toString())
                .with("document", document));
        letters.getObject().tell(account, "identity.notice.recovery-at-counter", null);
        return "/recovery/password?token=" + secret;
    }

    // A mailbox may be read by others, so a link from there leaves the second factor; a clerk saw the person.
    void tellReset(Account account, Way way) {
        if (way == Way.COUNTER) {
            factors.forget(account.id());
        }
        audit.record(AuditAction.of(
                        account.actor(),
                        "identity.reset_password",
                        "account",
                        account.id().toString())
                .with("way", way));
        letters.getObject().tell(account.id(), "identity.notice.password-reset", "/account/sessions");
    }

    void recordLookUp(CurrentUser clerk, AccountId account) {
        var department = clerk.department();
        audit.record(AuditAction.of(clerk.actor(), AccountLooks.FOUND, "account", account.toString())
                .with("department", department == null ? null : department.value()));
    }
}
