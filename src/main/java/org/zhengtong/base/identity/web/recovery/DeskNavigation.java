package org.zhengtong.base.identity.web.recovery;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.Recovery;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class DeskNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "cases";
    }

    @Override
    public String textKey() {
        return "identity.desk.title";
    }

    @Override
    public String href() {
        return "/staff/accounts";
    }

    @Override
    public String permission() {
        return Recovery.RECOVER;
    }

    @Override
    public int order() {
        return 70;
    }
}
