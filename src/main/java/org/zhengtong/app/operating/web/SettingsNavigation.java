package org.zhengtong.app.operating.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class SettingsNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "operating.settings.title";
    }

    @Override
    public String href() {
        return "/staff/settings";
    }

    @Override
    public String permission() {
        return SettingRights.VIEW;
    }

    @Override
    public int order() {
        return 6;
    }
}
