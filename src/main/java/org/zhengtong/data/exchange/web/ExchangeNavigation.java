package org.zhengtong.data.exchange.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.exchange.Nodes;

/** The room's line in the staff navigation. */
@Component
class ExchangeNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "exchange.title";
    }

    @Override
    public String href() {
        return "/staff/exchange";
    }

    @Override
    public String permission() {
        return Nodes.VIEW_EXCHANGE;
    }

    @Override
    public int order() {
        return 75;
    }
}
