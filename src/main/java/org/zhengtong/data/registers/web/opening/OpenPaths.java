package org.zhengtong.data.registers.web.opening;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Open registers are for everybody. */
@Component
class OpenPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/ogc/**", "/api/registers/openapi.json");
    }
}
