package org.zhengtong.base.jobs.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NavigationEntry;

@Component
class JobsNavigation implements NavigationEntry {

    @Override
    public String group() {
        return "settings";
    }

    @Override
    public String textKey() {
        return "jobs.title";
    }

    @Override
    public String href() {
        return "/staff/jobs";
    }

    @Override
    public String permission() {
        return JobsController.VIEW_JOBS;
    }

    @Override
    public int order() {
        return 80;
    }
}
