package org.zhengtong.data.registers.web.credit;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;
import org.zhengtong.data.registers.Registers;

@Component
class CreditNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "data";
    }

    @Override
    public String textKey() {
        return "registers.credit.staff";
    }

    @Override
    public String href() {
        return "/staff/credit";
    }

    @Override
    public String permission() {
        return Registers.EDIT_RECORD;
    }

    @Override
    public int order() {
        return 40;
    }
}
