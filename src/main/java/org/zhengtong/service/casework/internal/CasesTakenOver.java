package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationShift;
import org.zhengtong.base.organization.OrganizationShift.StaffShift;

/** What cases do when their departments cease or their clerks move: they pass on, none is left without a department. */
@Component
class CasesTakenOver implements OrganizationChangeEffect {

    private final TakeOverStore work;
    private final Accounts accounts;

    CasesTakenOver(TakeOverStore work, Accounts accounts) {
        this.work = work;
        this.accounts = accounts;
    }

    @Override
    public List<Line> foresee(OrganizationShift shift) {
        var lines = new ArrayList<Line>();
        if (!shift.departments().isEmpty()) {
            lines.add(Line.of(
                    "casework.organization.tasks",
                    work.openTasks(shift.departments().keySet())));
        }
        if (!shift.closed().isEmpty()) {
            lines.add(Line.stops("casework.organization.tasks-left", work.openTasks(shift.closed())));
        }
        var movers = movers(shift);
        if (!movers.isEmpty()) {
            lines.add(Line.of("casework.organization.held", work.heldTasks(movers)));
        }
        return lines;
    }

    // Who goes along with a merger keeps what he holds; who goes elsewhere leaves it to the colleagues.
    private Collection<AccountId> movers(OrganizationShift shift) {
        return accounts.ofStaff(shift.staff().stream()
                        .filter(StaffShift::leavesDepartment)
                        .filter(moved -> moved.to() == null
                                || !moved.to().equals(shift.departments().get(moved.from())))
                        .map(StaffShift::staff)
                        .toList())
                .values();
    }

    @Override
    public void follow(OrganizationShift shift, Actor by) {
        shift.departments().forEach(work::takeOver);
        var movers = movers(shift);
        if (!movers.isEmpty()) {
            work.release(movers);
        }
    }
}
