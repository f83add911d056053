package org.zhengtong.service.items.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class ItemsNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "items.title";
    }

    @Override
    public String href() {
        return "/staff/items";
    }

    @Override
    public String permission() {
        return EditableItems.EDIT_ITEM;
    }

    @Override
    public int order() {
        return 20;
    }
}
