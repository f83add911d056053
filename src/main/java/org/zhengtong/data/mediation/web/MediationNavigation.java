package org.zhengtong.data.mediation.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.mediation.Services;

@Component
class MediationNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "data";
    }

    @Override
    public String textKey() {
        return "mediation.title";
    }

    @Override
    public String href() {
        return "/staff/mediation/services";
    }

    @Override
    public String permission() {
        return Services.VIEW_SERVICE;
    }

    @Override
    public int order() {
        return 45;
    }
}
