package org.zhengtong.service.license.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class LicensesNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "look-up";
    }

    @Override
    public String textKey() {
        return "license.title";
    }

    @Override
    public String href() {
        return "/staff/licenses";
    }

    @Override
    public String permission() {
        return StaffLicensesController.REVOKE_LICENSE;
    }

    @Override
    public int order() {
        return 40;
    }
}
