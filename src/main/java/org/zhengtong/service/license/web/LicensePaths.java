package org.zhengtong.service.license.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** Anybody who holds an identifier or a sheet may check it. */
@Component
class LicensePaths implements PublicPaths {

    @Override
    public List<String> pages() {
        return List.of("/verify", "/verify/{identifier}");
    }

    @Override
    public List<String> forms() {
        return List.of("/verify");
    }
}
