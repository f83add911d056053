package org.zhengtong.service.feedback.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.Permissions;

/** Who answers for a department, and in whose name the log is written. */
@Component
class Responsible {

    static final String ANSWER_COMPLAINT = "feedback.answer_complaint";

    private final StaffDirectory staff;
    private final Accounts accounts;
    private final Permissions permissions;

    Responsible(StaffDirectory staff, Accounts accounts, Permissions permissions) {
        this.staff = staff;
        this.accounts = accounts;
        this.permissions = permissions;
    }

    /** The accounts of a department's staff that may answer complaints about it. */
    List<AccountId> of(DepartmentId department) {
        var members = staff.of(department).stream().map(StaffMember::id).toList();
        return accounts.ofStaff(members).values().stream()
                .filter(account -> accounts.findUser(account)
                        .filter(user -> permissions.may(user, ANSWER_COMPLAINT, department))
                        .isPresent())
                .sorted()
                .toList();
    }

    static Actor actor(CurrentUser user) {
        return new Actor(
                switch (user.kind()) {
                    case CITIZEN -> Actor.Kind.CITIZEN;
                    case ENTERPRISE -> Actor.Kind.ENTERPRISE;
                    case STAFF -> Actor.Kind.STAFF;
                },
                user.id().toString(),
                user.name());
    }
}
