package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;

/** To whom a department's task can be handed over. */
@Component
class Colleagues {

    private final StaffDirectory staff;
    private final Accounts accounts;

    Colleagues(StaffDirectory staff, Accounts accounts) {
        this.staff = staff;
        this.accounts = accounts;
    }

    List<CasePage.Colleague> of(DepartmentId department, CurrentUser user) {
        var members = staff.of(department);
        var byStaff = accounts.ofStaff(members.stream().map(StaffMember::id).toList());
        return members.stream()
                .filter(member -> byStaff.containsKey(member.id()) && !user.id().equals(byStaff.get(member.id())))
                .map(member -> new CasePage.Colleague(
                        Objects.requireNonNull(byStaff.get(member.id())).value(), member.name()))
                .toList();
    }
}
