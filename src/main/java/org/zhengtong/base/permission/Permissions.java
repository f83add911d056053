package org.zhengtong.base.permission;

import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/** May this user do this, here? Permissions are called {@code room.verb_noun}. */
public interface Permissions {

    /** Whether the user may do it somewhere. */
    boolean may(CurrentUser user, String permission);

    /** Whether the user may do it to what this department does. */
    boolean may(CurrentUser user, String permission, DepartmentId department);

    /** Whether the user may do it to what happens in this division. */
    boolean may(CurrentUser user, String permission, DivisionCode division);

    /** Stops with a problem that names the missing right and who grants it. */
    void require(CurrentUser user, String permission);

    /** Stops with a problem that names the missing right and who grants it. */
    void require(CurrentUser user, String permission, DepartmentId department);

    /** Stops with a problem that names the missing right and who grants it. */
    void require(CurrentUser user, String permission, DivisionCode division);

    /** Where the user may do it; for the condition of a list. */
    DataScope scopeOf(CurrentUser user, String permission);
}
