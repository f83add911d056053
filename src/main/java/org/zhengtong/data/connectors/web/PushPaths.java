package org.zhengtong.data.connectors.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Systems push with a key of their own, which the room checks. */
@Component
class PushPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/api/connectors/v1/openapi.json");
    }

    @Override
    public List<String> callbacks() {
        return List.of("/api/connectors/v1/contracts/{id}/rows");
    }
}
