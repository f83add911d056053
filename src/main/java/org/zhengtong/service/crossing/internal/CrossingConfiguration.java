package org.zhengtong.service.crossing.internal;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.service.casework.CaseRouting;
import org.zhengtong.service.crossing.CrossingSettings;

/** Binds the settings of the room, and says by them where cases are handled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrossingSettings.class)
class CrossingConfiguration {

    @Bean
    CaseRouting innerNode(CrossingSettings settings) {
        return (item, division) -> Optional.ofNullable(settings.inner())
                .filter(inner -> !inner.isBlank())
                .filter(inner ->
                        settings.items().isEmpty() || settings.items().stream().anyMatch(item.value()::startsWith));
    }
}
