package org.zhengtong.data.registers.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.registers.Registers;

@Component
class RegistersNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "data";
    }

    @Override
    public String textKey() {
        return "registers.title";
    }

    @Override
    public String href() {
        return "/staff/registers";
    }

    @Override
    public String permission() {
        return Registers.VIEW_RECORD;
    }

    @Override
    public int order() {
        return 30;
    }
}
