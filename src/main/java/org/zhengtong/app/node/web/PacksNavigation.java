package org.zhengtong.app.node.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class PacksNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "node.packs.title";
    }

    @Override
    public String href() {
        return "/staff/packs";
    }

    @Override
    public String permission() {
        return PacksController.IMPORT_PACK;
    }

    @Override
    public int order() {
        return 70;
    }
}
