package org.zhengtong.base.trust.internal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.trust.TrustSettings;

/** Binds the settings of the room and chooses where the node's keys are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TrustSettings.class, CertificateSettings.class})
class TrustConfiguration {

    @Bean
    KeyHolder keyHolder(@Value("${zhengtong.data-dir:var}") Path dataFolder) {
        return new CabinetFile(dataFolder.resolve("trust"));
    }
}
