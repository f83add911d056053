package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.internal.AccountStore.StoredAccount;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.problem.ProblemException;

/** Opens an account with a password under a name to sign in by, inside the caller's transaction. */
@Component
class AccountOpening {

    private final AccountStore accounts;
    private final SignInNames names;
    private final PasswordCheck passwords;
    private final AuditLog audit;
    private final Clock clock;

    AccountOpening(AccountStore accounts, SignInNames names, PasswordCheck passwords, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nothing happens, and nothing comes back, when somebody has the name already. */
    Optional<AccountId> open(AccountKind kind, String name, String signInName, String password) {
        var digest = names.digest(signInName);
        if (accounts.isSignInName(digest)) {
            return Optional.empty();
        }
        var id = accounts.nextId();
        accounts.open(new StoredAccount(id, kind, name, null, false, 0), passwords.digest(password), clock.instant());
        if (!accounts.addSignInName(digest, id)) {
            throw new ProblemException(IdentityProblem.NAME_TAKEN);
        }
        audit.record(AuditAction.of(AccountActor.of(kind, id, name), "identity.register", "account", id.toString()));
        return Optional.of(id);
    }

    /** Opens the account of a member of staff, or gives the one there is another name and password. */
    Optional<AccountId> openForStaff(StaffMember member, String signInName, String password) {
        var digest = names.digest(signInName);
        var present = accounts.ofStaff(List.of(member.id())).stream().findFirst();
        if (present.isEmpty()) {
            if (accounts.isSignInName(digest)) {
                return Optional.empty();
            }
            var id = accounts.nextId();
            accounts.open(
                    new StoredAccount(id, AccountKind.STAFF, member.name(), member.id(), false, 0),
                    passwords.digest(password),
                    clock.instant());
            return named(id, member, digest);
        }
        var id = present.get().id();
        accounts.forgetSignInNames(id);
        accounts.setPassword(id, passwords.digest(password));
        return named(id, member, digest);
    }

    private Optional<AccountId> named(AccountId id, StaffMember member, byte[] digest) {
        if (!accounts.addSignInName(digest, id)) {
            throw new ProblemException(IdentityProblem.NAME_TAKEN);
        }
        audit.record(AuditAction.of(
                AccountActor.of(AccountKind.STAFF, id, member.name()), "identity.register", "account", id.toString()));
        return Optional.of(id);
    }
}
