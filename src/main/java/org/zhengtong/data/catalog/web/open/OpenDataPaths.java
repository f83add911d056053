package org.zhengtong.data.catalog.web.open;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Open data is open to everybody; the posts of the CKAN interface only ask. */
@Component
class OpenDataPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of(
                "/open-data",
                "/open-data/**",
                "/catalog.ttl",
                "/catalog.jsonld",
                "/catalog.xml",
                "/dataset/{file}",
                "/api/3/action/{action}");
    }

    @Override
    public List<String> callbacks() {
        return List.of("/api/action/{action}", "/api/3/action/{action}");
    }
}
