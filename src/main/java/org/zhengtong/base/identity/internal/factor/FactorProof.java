package org.zhengtong.base.identity.internal.factor;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.identity.internal.Secrets;
import org.zhengtong.base.identity.internal.SignInThrottle;

/** Checks codes, each good once; a million guesses at six digits are stopped by counting them like passwords. */
@Component
class FactorProof {

    private final FactorStore store;
    private final RecoveryCodes recoveryCodes;
    private final SignInThrottle throttle;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Clock clock;

    FactorProof(
            FactorStore store,
            RecoveryCodes recoveryCodes,
            SignInThrottle throttle,
            Secrets secrets,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.recoveryCodes = recoveryCodes;
        this.throttle = throttle;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    void keep(AccountId account, byte[] secret, long usedStep) {
        store.saveSecret(account, secrets.hide(secret), usedStep, clock.instant());
    }

    List<String> renewRecoveryCodes(AccountId account) {
        return recoveryCodes.renew(account);
    }

    SignInOutcome prove(Account account, String typed, String address) {
        var name = secrets.digest("second factor", account.id().toString());
        var turn = throttle.begin(name, address);
        if (turn.refused().isPresent()) {
            return turn.refused().get();
        }
        if (!isRight(account, typed.replaceAll("\\s", ""))) {
            throttle.failed();
            return turn.attempt().orElseThrow().ifWrong();
        }
        throttle.succeeded(name, address);
        return new SignInOutcome.SignedIn(account.id());
    }

    private boolean isRight(Account account, String code) {
        return code.matches("[0-9]{6}") ? isRightNow(account.id(), code) : isRecoveryCode(account, code);
    }

    private boolean isRightNow(AccountId account, String code) {
        var step = store.findSecret(account)
                .map(secrets::reveal)
                .map(secret -> Totp.USUAL.stepOf(secret, code, clock.instant()))
                .orElseGet(java.util.OptionalLong::empty);
        return step.isPresent() && store.useStep(account, step.getAsLong());
    }

    private boolean isRecoveryCode(Account account, String code) {
        var used = store.useRecoveryCode(account.id(), recoveryCodes.digest(account.id(), code), clock.instant());
        if (used) {
            audit.record(AuditAction.of(
                    account.actor(),
                    "identity.use_recovery_code",
                    "account",
                    account.id().toString()));
        }
        return used;
    }
}
