package org.zhengtong.service.appointments.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class QueueNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "cases";
    }

    @Override
    public String textKey() {
        return "appointments.queue";
    }

    @Override
    public String href() {
        return "/staff/queue";
    }

    @Override
    public String permission() {
        return QueueController.SERVE;
    }

    @Override
    public int order() {
        return 60;
    }
}
