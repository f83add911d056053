package org.zhengtong.app.hall.web.finding;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Finding out is open to everybody. */
@Component
class FindingPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/", "/items", "/items/{code}", "/departments", "/places");
    }
}
