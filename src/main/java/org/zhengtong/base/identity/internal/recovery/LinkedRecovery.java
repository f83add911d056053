package org.zhengtong.base.identity.internal.recovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.RealNameDocument;
import org.zhengtong.base.identity.RealNames;
import org.zhengtong.base.identity.Recovery;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.identity.internal.AccountRestoring;
import org.zhengtong.base.identity.internal.throttle.AddressThrottle;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

@Service
class LinkedRecovery implements Recovery {
    private static final Duration VALID = Duration.ofMinutes(30);

    private final RecoveryStore store;
    private final RecoveryLetters letters;
    private final AccountRestoring restoring;
    private final AddressThrottle throttle;
    private final Accounts accounts;
    private final TaskExecutor later;
    private final Clock clock;

    LinkedRecovery(
            RecoveryStore store,
            RecoveryLetters letters,
            AccountRestoring restoring,
            AddressThrottle throttle,
            Accounts accounts,
            @org.springframework.beans.factory.annotation.Qualifier("applicationTaskExecutor") TaskExecutor later,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.restoring = restoring;
        this.throttle = throttle;
        this.accounts = accounts;
        this.later = later;
        this.clock = clock;
    }

    // The answer leaves before anything is looked up, so that its time tells nothing.
    @Override
    public Asked ask(String name, String address) {
        var digest = restoring.digest(name);
        if (throttle.begin(address, digest).isPresent()) {
            return Asked.PAUSED;
        }
        later.execute(() -> restoring.find(digest).ifPresent(letters::mailLink));
        return Asked.TAKEN;
    }

    @Override
    public boolean isOpen(String secret) {
        return store.find(letters.digest(secret), clock.instant()).isPresent();
    }

    @Override
    @Transactional
    public RegistrationOutcome reset(String secret, NewPassword password) {
        var digest = letters.digest(secret);
        var link = store.find(digest, clock.instant())
                .orElseThrow(() -> new ProblemException(IdentityProblem.RECOVERY_LINK_NOT_VALID));
        var account = require(link.account());
        var refusals = restoring.refusals(account, password);
        if (!refusals.isEmpty()) {
            return new RegistrationOutcome.Refused(refusals);
        }
        if (!store.use(digest)) {
            throw new ProblemException(IdentityProblem.RECOVERY_LINK_NOT_VALID);
        }
        restoring.setPassword(account.id(), password.password());
        letters.tellReset(account, link.way());
        return new RegistrationOutcome.Registered(account.id());
    }

    private Account require(AccountId account) {
        return accounts.find(account).orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND));
    }

    @Override
    @Transactional
    public Optional<Found> find(CurrentUser clerk, String number) {
        if (!clerk.may(RECOVER) && !clerk.may(RealNames.VERIFY)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        var found = restoring.findByNumber(number).flatMap(this::seen);
        found.ifPresent(seen -> letters.recordLookUp(clerk, seen.account()));
        return found;
    }

    private Optional<Found> seen(AccountId id) {
        return accounts.findCitizen(id)
                .map(citizen -> new Found(
                        id,
                        org.zhengtong.base.identity.AccountKind.CITIZEN,
                        citizen.name(),
                        citizen.number().masked(),
                        citizen.mobile().masked()))
                .or(() -> accounts.findEnterprise(id)
                        .map(enterprise -> new Found(
                                id,
                                org.zhengtong.base.identity.AccountKind.ENTERPRISE,
                                enterprise.name(),
                                enterprise.creditCode().value(),
                                enterprise.mobile().masked())));
    }

    @Override
    @Transactional
    public String linkAtCounter(CurrentUser clerk, AccountId account, RealNameDocument document) {
        if (!clerk.may(RECOVER)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        var holder = require(account);
        if (holder.staff() != null) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        return letters.linkAtCounter(clerk, account, document, clock.instant().plus(VALID));
    }
}
