package org.zhengtong.base.establishment.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.ui.NavigationEntry;

/** The line of keeping the organization in the staff navigation. */
@Component
class EstablishmentNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "establishment.title";
    }

    @Override
    public String href() {
        return "/staff/establishment";
    }

    @Override
    public String permission() {
        return OrganizationEditing.EDIT_ORGANIZATION;
    }

    @Override
    public int order() {
        return 5;
    }
}
