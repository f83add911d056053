package org.zhengtong.base.workdays.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class CalendarNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "workdays.title";
    }

    @Override
    public String href() {
        return "/staff/workdays";
    }

    @Override
    public String permission() {
        return CalendarController.EDIT_CALENDAR;
    }

    @Override
    public int order() {
        return 60;
    }
}
