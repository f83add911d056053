package org.zhengtong.data.connectors.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.connectors.Connectors;

@Component
class ConnectorsNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "data";
    }

    @Override
    public String textKey() {
        return "connectors.title";
    }

    @Override
    public String href() {
        return "/staff/connectors";
    }

    @Override
    public String permission() {
        return Connectors.VIEW_SOURCE;
    }

    @Override
    public int order() {
        return 40;
    }
}
