package org.zhengtong.data.sharing.web.api;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Systems come without a session; {@link SharingApiController} asks each for its client id and secret. */
@Component
class ApiPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/api/sharing/v1/**");
    }
}
