package org.zhengtong.app.operating.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.DeclaredSettings;
import org.zhengtong.base.settings.Setting;

/** The few settings of Spring Boot that an operator needs; the usual values are those of {@code application.yaml}. */
@Component
class SpringSettings implements DeclaredSettings {

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                Setting.atStart("server.port", "8080"),
                Setting.atStart("server.address", ""),
                Setting.atStart("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1"),
                Setting.atStart("spring.servlet.multipart.max-file-size", "60MB"),
                Setting.atStart("spring.servlet.multipart.max-request-size", "60MB"),
                Setting.atStart("logging.file.name", "${zhengtong.data-dir:var}/log/zhengtong.log"),
                Setting.atStart("logging.level.org.zhengtong", "info"));
    }
}
