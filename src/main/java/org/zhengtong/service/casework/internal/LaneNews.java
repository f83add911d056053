package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseResumed;
import org.zhengtong.service.casework.CaseSuspended;

/** Tells those who work on a case what concerns all of them: who has a task in hand, else whoever may decide there. */
@Component
class LaneNews {

    private final Notices notices;
    private final StaffDirectory staff;
    private final Accounts accounts;
    private final Permissions permissions;

    LaneNews(Notices notices, StaffDirectory staff, Accounts accounts, Permissions permissions) {
        this.notices = notices;
        this.staff = staff;
        this.accounts = accounts;
        this.permissions = permissions;
    }

    @EventListener
    void on(CaseSuspended suspended) {
        tell(suspended.lanes(), suspended.number(), "casework.news.lane-suspended", suspended.title());
    }

    @EventListener
    void on(CaseResumed resumed) {
        tell(resumed.lanes(), resumed.number(), "casework.news.lane-resumed");
    }

    private void tell(List<CaseSuspended.Lane> lanes, CaseNumber number, String template, String... more) {
        var told = lanes.stream().flatMap(lane -> of(lane).stream()).collect(Collectors.toSet());
        told.forEach(account -> notices.send((more.length == 0
                        ? Notice.to(account, template, number)
                        : Notice.to(account, template, number, more[0]))
                .linking("/staff/cases/" + number)));
    }

    private Set<AccountId> of(CaseSuspended.Lane lane) {
        var holder = lane.holder();
        return holder == null ? deciding(lane.department()) : Set.of(holder);
    }

    /** Those of a department who may decide for it. */
    Set<AccountId> deciding(DepartmentId department) {
        var members = staff.of(department).stream().map(StaffMember::id).toList();
        return accounts.ofStaff(members).values().stream()
                .filter(account -> accounts.findUser(account)
                        .filter(user -> permissions.may(user, Rights.DECIDE, department))
                        .isPresent())
                .collect(Collectors.toSet());
    }
}
