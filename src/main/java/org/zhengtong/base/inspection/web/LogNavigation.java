package org.zhengtong.base.inspection.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class LogNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "inspection.title";
    }

    @Override
    public String href() {
        return "/staff/audit";
    }

    @Override
    public String permission() {
        return LogController.VIEW_LOG;
    }

    @Override
    public int order() {
        return 90;
    }
}
