package org.zhengtong.data.registers.web.credit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Publicity is for everybody. */
@Component
class CreditPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/credit", "/credit/entries/{entry}");
    }
}
