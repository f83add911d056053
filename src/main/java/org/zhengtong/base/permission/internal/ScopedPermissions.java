package org.zhengtong.base.permission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;

@Service
class ScopedPermissions implements Permissions {

    private final HeldRights rights;
    private final RightsInWords words;

    ScopedPermissions(HeldRights rights, RightsInWords words) {
        this.rights = rights;
        this.words = words;
    }

    @Override
    public boolean may(CurrentUser user, String permission) {
        return !scopeOf(user, permission).isEmpty();
    }

    @Override
    public boolean may(CurrentUser user, String permission, DepartmentId department) {
        return scopeOf(user, permission).covers(department);
    }

    @Override
    public boolean may(CurrentUser user, String permission, DivisionCode division) {
        return scopeOf(user, permission).covers(division);
    }

    @Override
    public void require(CurrentUser user, String permission) {
        if (!may(user, permission)) {
            throw missing(permission, user.department());
        }
    }

    @Override
    public void require(CurrentUser user, String permission, DepartmentId department) {
        if (!may(user, permission, department)) {
            throw missing(permission, department);
        }
    }

    @Override
    public void require(CurrentUser user, String permission, DivisionCode division) {
        if (!may(user, permission, division)) {
            throw missing(permission, user.department());
        }
    }

    @Override
    public DataScope scopeOf(CurrentUser user, String permission) {
        return user.isStaff() ? rights.scopeOf(user.id(), permission) : DataScope.NOTHING;
    }

    private ProblemException missing(String permission, @Nullable DepartmentId department) {
        return new ProblemException(PermissionProblem.MISSING, words.name(permission), words.whoGrants(department));
    }
}
