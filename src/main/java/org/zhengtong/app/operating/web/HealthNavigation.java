package org.zhengtong.app.operating.web;

import org.springframework.stereotype.Component;
import org.zhengtong.app.operating.NodeHealth;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class HealthNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "operating.health.title";
    }

    @Override
    public String href() {
        return "/staff/health";
    }

    @Override
    public String permission() {
        return NodeHealth.VIEW_HEALTH;
    }

    @Override
    public int order() {
        return 5;
    }
}
