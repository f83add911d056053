package org.zhengtong.service.crossing.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

/** The room's line in the staff navigation. */
@Component
class CrossingNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "supervision";
    }

    @Override
    public String textKey() {
        return "crossing.reports";
    }

    @Override
    public String href() {
        return ReportsPage.HREF;
    }

    @Override
    public String permission() {
        return ReportsController.VIEW;
    }

    @Override
    public int order() {
        return 15;
    }
}
