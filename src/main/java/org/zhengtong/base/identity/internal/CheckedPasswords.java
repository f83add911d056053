package org.zhengtong.base.identity.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.Passwords;
import org.zhengtong.base.identity.PermissionSource;

@Service
class CheckedPasswords implements Passwords {

    private final AccountStore accounts;
    private final PasswordCheck passwords;
    private final PermissionSource permissions;
    private final AuditLog audit;

    CheckedPasswords(AccountStore accounts, PasswordCheck passwords, PermissionSource permissions, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override
    @Transactional
    public List<FieldRefusal> change(CurrentUser user, String present, NewPassword next) {
        var refusals = new ArrayList<FieldRefusal>();
        var stored = accounts.findCredentials(user.id())
                .map(AccountStore.Credentials::password)
                .orElse(null);
        if (!passwords.fits(present, stored)) {
            refusals.add(FieldRefusal.of("present", "identity.password.present-wrong"));
        }
        var shortest = permissions.administrators().contains(user.id())
                ? PasswordCheck.ADMINISTRATOR_LENGTH
                : PasswordCheck.CITIZEN_LENGTH;
        refusals.addAll(passwords.refusals(next, shortest, List.of(user.name())));
        if (refusals.isEmpty()) {
            accounts.setPassword(user.id(), passwords.digest(next.password()));
            audit.record(AuditAction.of(
                    user.actor(),
                    "identity.change_password",
                    "account",
                    user.id().toString()));
        }
        return refusals;
    }

    @Override
    public boolean isSet(CurrentUser user) {
        return accounts.findCredentials(user.id())
                .map(AccountStore.Credentials::password)
                .isPresent();
    }
}
