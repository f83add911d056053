package org.zhengtong.base.geo.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class MapNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "look-up";
    }

    @Override
    public String textKey() {
        return "geo.title";
    }

    @Override
    public String href() {
        return "/staff/map";
    }

    @Override
    public String permission() {
        return "";
    }

    @Override
    public int order() {
        return 70;
    }
}
