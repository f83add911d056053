package org.zhengtong.base.identity.web.factor;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class RuleNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "identity.rule.title";
    }

    @Override
    public String href() {
        return "/staff/sign-in-rule";
    }

    @Override
    public String permission() {
        return SecondFactors.SET_RULE;
    }

    @Override
    public int order() {
        return 30;
    }
}
