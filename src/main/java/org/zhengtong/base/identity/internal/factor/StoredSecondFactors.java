package org.zhengtong.base.identity.internal.factor;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.PermissionSource;
import org.zhengtong.base.identity.SecondFactorRule;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredSecondFactors implements SecondFactors {

    private final FactorStore store;
    private final FactorProof proof;
    private final AuthenticatorOffers offers;
    private final Accounts accounts;
    private final PermissionSource permissions;
    private final AuditLog audit;
    private final Clock clock;

    StoredSecondFactors(
            FactorStore store,
            FactorProof proof,
            AuthenticatorOffers offers,
            Accounts accounts,
            PermissionSource permissions,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.proof = proof;
        this.offers = offers;
        this.accounts = accounts;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Demand demandOf(AccountId account) {
        if (store.findSecret(account).isPresent()) {
            return Demand.CODE;
        }
        return isDemanded(require(account)) ? Demand.SETTING_UP : Demand.NOTHING;
    }

    private boolean isDemanded(Account account) {
        var rule = store.rule();
        return rule != SecondFactorRule.NOBODY
                && rule.demands(account.kind(), permissions.administrators().contains(account.id()));
    }

    private Account require(AccountId account) {
        return accounts.find(account).orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND));
    }

    @Override
    public State stateOf(AccountId account) {
        return new State(store.findSecret(account).isPresent(), store.recoveryCodesLeft(account));
    }

    @Override
    public Offer offer(AccountId account) {
        return offers.fresh(account, require(account).name());
    }

    @Override
    public Optional<Offer> reopen(AccountId account, String sealed) {
        return offers.open(account, require(account).name(), sealed);
    }

    @Override
    @Transactional
    public Optional<List<String>> setUp(AccountId account, String sealed, String code) {
        var holder = require(account);
        var secret = offers.open(account, holder.name(), sealed)
                .map(Offer::secret)
                .map(Base32::decode)
                .orElseThrow(() -> new ProblemException(IdentityProblem.OFFER_TOO_OLD));
        var step = Totp.USUAL.stepOf(secret, code.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        proof.keep(account, secret, step.getAsLong());
        audit.record(AuditAction.of(holder.actor(), "identity.set_second_factor", "account", account.toString()));
        return Optional.of(proof.renewRecoveryCodes(account));
    }

    @Override
    @Transactional
    public SignInOutcome prove(AccountId account, String code, String address) {
        return proof.prove(require(account), code, address);
    }

    @Override
    @Transactional
    public List<String> renewRecoveryCodes(CurrentUser user) {
        record(user, "identity.renew_recovery_codes");
        return proof.renewRecoveryCodes(user.id());
    }

    @Override
    @Transactional
    public boolean remove(CurrentUser user) {
        if (isDemanded(require(user.id()))) {
            return false;
        }
        store.forget(user.id());
        record(user, "identity.remove_second_factor");
        return true;
    }

    private void record(CurrentUser user, String event) {
        audit.record(AuditAction.of(user.actor(), event, "account", user.id().toString()));
    }

    @Override
    public SecondFactorRule rule() {
        return store.rule();
    }

    @Override
    @Transactional
    public void setRule(CurrentUser by, SecondFactorRule rule) {
        if (!by.may(SET_RULE)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        audit.record(AuditAction.of(by.actor(), "identity.set_sign_in_rule", "policy", "second-factor")
                .with("before", store.rule())
                .with("after", rule));
        store.setRule(rule);
    }
}
