package org.zhengtong.base.organization.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

/** The line of departments and staff in the staff navigation. */
@Component
class OrganizationNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "look-up";
    }

    @Override
    public String textKey() {
        return "organization.navigation";
    }

    @Override
    public String href() {
        return "/staff/organization";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public int order() {
        return 10;
    }
}
