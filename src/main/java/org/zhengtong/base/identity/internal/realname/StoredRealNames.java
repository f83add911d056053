package org.zhengtong.base.identity.internal.realname;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.RealName;
import org.zhengtong.base.identity.RealName.Method;
import org.zhengtong.base.identity.RealNameDocument;
import org.zhengtong.base.identity.RealNameSource;
import org.zhengtong.base.identity.RealNames;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredRealNames implements RealNames {

    private final RealNameStore store;
    private final Accounts accounts;
    private final RealNameSource source;
    private final AuditLog audit;
    private final TransactionOperations transactions;
    private final Clock clock;

    StoredRealNames(
            RealNameStore store,
            Accounts accounts,
            RealNameSource source,
            AuditLog audit,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.source = source;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<RealName> find(AccountId account) {
        return store.find(account);
    }

    @Override
    @Transactional
    public void verifyAtCounter(CurrentUser clerk, AccountId account, RealNameDocument document) {
        require(clerk);
        require(account);
        verify(clerk.actor(), account, new RealName(Method.COUNTER, document.name(), clerk.name(), clock.instant()));
    }

    private static void require(CurrentUser clerk) {
        if (!clerk.may(VERIFY)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
    }

    private Account require(AccountId account) {
        return accounts.find(account).orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND));
    }

    private void verify(Actor by, AccountId account, RealName check) {
        store.save(account, check);
        audit.record(AuditAction.of(by, "identity.verify_real_name", "account", account.toString())
                .with("method", check.method())
                .with("detail", check.detail()));
    }

    @Override
    @Transactional
    public void withdraw(CurrentUser clerk, AccountId account, String why) {
        require(clerk);
        if (store.remove(account)) {
            audit.record(AuditAction.of(clerk.actor(), "identity.withdraw_real_name", "account", account.toString())
                    .because(why));
        }
    }

    // A stronger check than the one there is not needed; the first stands.
    @Override
    @Transactional
    public void verifyByCertificate(AccountId account, String name, String serial) {
        var holder = require(account);
        if (holder.name().equals(name) && store.find(account).isEmpty()) {
            verify(holder.actor(), account, new RealName(Method.CERTIFICATE, serial, name, clock.instant()));
        }
    }

    // The source is asked outside of any transaction: it may take ten seconds.
    @Override
    public Asked verifyBySource(CurrentUser user) {
        if (!source.configured()) {
            return Asked.NO_SOURCE;
        }
        return switch (source.ask(user.kind(), user.name(), number(user.id()))) {
            case RealNameSource.Answer.Matches(var receipt) -> {
                var check = new RealName(Method.SOURCE, receipt, source.name(), clock.instant());
                transactions.executeWithoutResult(status -> verify(user.actor(), user.id(), check));
                yield Asked.VERIFIED;
            }
            case RealNameSource.Answer.Differs differs -> Asked.DIFFERS;
            case RealNameSource.Answer.Silent silent -> Asked.SILENT;
        };
    }

    private String number(AccountId account) {
        return accounts.findCitizen(account)
                .map(citizen -> citizen.number().value())
                .or(() -> accounts.findEnterprise(account)
                        .map(enterprise -> enterprise.creditCode().value()))
                .orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND));
    }

    @Override
    public boolean sourceConfigured() {
        return source.configured();
    }
}
