package org.zhengtong.base.workdays.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** The holidays of a year are for everybody. */
@Component
class CalendarPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/workdays", "/workdays/{year}");
    }
}
