package org.zhengtong.base.permission.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.ui.NavigationEntry;

/** The line of the roles in the staff navigation. */
@Component
class RolesNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "permission.navigation.roles";
    }

    @Override
    public String href() {
        return "/staff/roles";
    }

    @Override
    public String permission() {
        return RoleAdministration.GRANT_ROLE;
    }

    @Override
    public int order() {
        return 10;
    }
}
