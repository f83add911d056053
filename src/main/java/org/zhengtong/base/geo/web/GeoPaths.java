package org.zhengtong.base.geo.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Maps are for everybody; which layers are on them depends on who looks. */
@Component
class GeoPaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of(
                "/map", "/map/coordinates", "/geo/tiles/**", "/geo/pictures/**", "/geo/layers/**", "/geo/division");
    }

    @Override
    public List<String> forms() {
        return List.of("/map/coordinates", "/map/coordinates/file");
    }
}
