package org.zhengtong.base.geo.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.geo.Layers;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class LayersNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "geo.layers";
    }

    @Override
    public String href() {
        return "/staff/geo/layers";
    }

    @Override
    public String permission() {
        return Layers.EDIT_LAYER;
    }

    @Override
    public int order() {
        return 70;
    }
}
