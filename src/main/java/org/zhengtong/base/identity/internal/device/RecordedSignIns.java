package org.zhengtong.base.identity.internal.device;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLetters;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.identity.SignInRecord;
import org.zhengtong.base.identity.internal.Secrets;

@Service
class RecordedSignIns implements SignInRecord {

    private final DeviceStore store;
    private final Accounts accounts;
    private final Secrets secrets;
    private final ObjectProvider<AccountLetters> letters;
    private final AuditLog audit;
    private final Clock clock;

    RecordedSignIns(
            DeviceStore store,
            Accounts accounts,
            Secrets secrets,
            ObjectProvider<AccountLetters> letters,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = secrets;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    // The demonstration signs many people in at one browser; telling each of them would bury their messages.
    @Override
    @Transactional
    public void begun(AccountId account, SignInMethod method, String mark, String userAgent, String address) {
        if (method == SignInMethod.DEMONSTRATION) {
            return;
        }
        accounts.find(account)
                .map(Account::actor)
                .map(actor -> AuditAction.of(actor, "identity.sign_in", "account", account.toString()))
                .ifPresent(action -> audit.record(action.with("method", method)));
        tellIfNew(account, mark, userAgent, address);
    }

    // The first browser of an account is no news to its holder.
    private void tellIfNew(AccountId account, String mark, String userAgent, String address) {
        var others = store.knowsAny(account);
        if (store.keep(account, secrets.digest("device", mark), clock.instant()) && others) {
            var device = DeviceName.of(userAgent);
            letters.getObject()
                    .tell(
                            account,
                            "identity.notice.new-device",
                            "/account/sessions",
                            device.browser(),
                            device.system(),
                            address);
        }
    }
}
