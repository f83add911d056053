package org.zhengtong.base.identity.web.provider;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class SystemsNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "identity.system.title";
    }

    @Override
    public String href() {
        return "/staff/systems";
    }

    @Override
    public String permission() {
        return ConnectedSystems.CONNECT;
    }

    @Override
    public int order() {
        return 35;
    }
}
