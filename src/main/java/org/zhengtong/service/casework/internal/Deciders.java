package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.Permissions;

/** Those of a department who may decide for it, as of now. */
@Component
class Deciders {

    private final StaffDirectory staff;
    private final Accounts accounts;
    private final Permissions permissions;

    Deciders(StaffDirectory staff, Accounts accounts, Permissions permissions) {
        this.staff = staff;
        this.accounts = accounts;
        this.permissions = permissions;
    }

    List<CurrentUser> of(DepartmentId department) {
        var members = staff.of(department).stream().map(StaffMember::id).toList();
        var known = accounts.ofStaff(members);
        return members.stream()
                .filter(known::containsKey)
                .flatMap(member -> accounts.findUser(Objects.requireNonNull(known.get(member))).stream())
                .filter(user -> permissions.may(user, Rights.DECIDE, department))
                .toList();
    }

    /** The name of somebody, whether he still works there or not. */
    String name(AccountId account) {
        return accounts.names(List.of(account)).getOrDefault(account, account.toString());
    }

    List<AccountId> accountsOf(DepartmentId department) {
        return of(department).stream().map(CurrentUser::id).toList();
    }
}
