package org.zhengtong.base.establishment.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.permission.Permissions;

/** Whether a user may edit where a row belongs. */
@Component
class Reach {

    private final Permissions permissions;

    Reach(Permissions permissions) {
        this.permissions = permissions;
    }

    void require(CurrentUser user, DepartmentId department) {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION, department);
    }

    /** A key that is none is a fault of the form, which the check names; here only the right to edit at all counts then. */
    void require(CurrentUser user, TableRow row) {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        try {
            switch (row.table()) {
                case DEPARTMENT -> require(user, new DepartmentId(row.key()));
                case POST -> require(user, new PostId(row.key()).department());
                case STAFF -> require(user, new DepartmentId(row.text("department")));
            }
        } catch (IllegalArgumentException noKey) {
            permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        }
    }
}
