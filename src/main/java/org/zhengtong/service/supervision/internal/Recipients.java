package org.zhengtong.service.supervision.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.supervision.Cards;

/** Who in a department hears of warnings and cards: those who decide its cases and those who answer for its cards. */
@Component
class Recipients {

    private static final String DECIDE_CASE = "casework.decide_case";

    private final StaffDirectory staff;
    private final Accounts accounts;
    private final Permissions permissions;

    Recipients(StaffDirectory staff, Accounts accounts, Permissions permissions) {
        this.staff = staff;
        this.accounts = accounts;
        this.permissions = permissions;
    }

    List<AccountId> of(DepartmentId department) {
        var members = staff.of(department).stream().map(StaffMember::id).toList();
        return accounts.ofStaff(members).values().stream()
                .filter(account -> accounts.findUser(account)
                        .filter(user -> concerned(user, department))
                        .isPresent())
                .sorted()
                .toList();
    }

    private boolean concerned(CurrentUser user, DepartmentId department) {
        return permissions.may(user, Cards.APPEAL_CARD, department) || permissions.may(user, DECIDE_CASE, department);
    }
}
