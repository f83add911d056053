package org.zhengtong.base.identity.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.PermissionSource;

/** What getting back into an account needs of passwords and names, inside the caller's transaction. */
@Component
public class AccountRestoring {

    private final AccountStore accounts;
    private final HolderStore holders;
    private final SignInNames names;
    private final PasswordCheck passwords;
    private final PermissionSource permissions;

    AccountRestoring(
            AccountStore accounts,
            HolderStore holders,
            SignInNames names,
            PasswordCheck passwords,
            PermissionSource permissions) {
        this.accounts = accounts;
        this.holders = holders;
        this.names = names;
        this.passwords = passwords;
        this.permissions = permissions;
    }

    /** A name as failures and links are counted by it. */
    public byte[] digest(String signInName) {
        return names.digest(signInName);
    }

    /** Whose name to sign in by it is. */
    public Optional<AccountId> find(byte[] digest) {
        return accounts.findCredentials(digest).map(AccountStore.Credentials::id);
    }

    /** The account of a citizen or an enterprise by its number, however it is typed. */
    public Optional<AccountId> findByNumber(String typed) {
        var number = SignInNames.comparable(typed);
        return CitizenNumber.check(number, java.time.LocalDate.MAX)
                .valid()
                .flatMap(holders::findCitizen)
                .or(() -> CreditCode.check(number).valid().flatMap(holders::findEnterprise));
    }

    /** Why a password will not do for this account. */
    public List<FieldRefusal> refusals(Account account, NewPassword password) {
        var demanding = account.kind() == AccountKind.STAFF
                || permissions.administrators().contains(account.id());
        var shortest = demanding ? PasswordCheck.ADMINISTRATOR_LENGTH : PasswordCheck.CITIZEN_LENGTH;
        return passwords.refusals(password, shortest, List.of(account.name()));
    }

    /** Sets the password. */
    public void setPassword(AccountId account, String password) {
        accounts.setPassword(account, passwords.digest(password));
    }
}
