package org.zhengtong.testing;

import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

/** Rights that follow from one answer: where somebody may do a thing. */
public abstract class ScopedRights implements Permissions {

    @Override
    public boolean may(CurrentUser user, String permission) {
        return !scopeOf(user, permission).isEmpty();
    }

    @Override
    public final boolean may(CurrentUser user, String permission, DepartmentId department) {
        return scopeOf(user, permission).covers(department);
    }

    @Override
    public final boolean may(CurrentUser user, String permission, DivisionCode division) {
        return scopeOf(user, permission).covers(division);
    }

    @Override
    public final void require(CurrentUser user, String permission) {
        check(may(user, permission));
    }

    @Override
    public final void require(CurrentUser user, String permission, DepartmentId department) {
        check(may(user, permission, department));
    }

    @Override
    public final void require(CurrentUser user, String permission, DivisionCode division) {
        check(may(user, permission, division));
    }

    private static void check(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
    }
}
