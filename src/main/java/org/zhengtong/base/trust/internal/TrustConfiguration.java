package org.zhengtong.base.trust.internal;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CabinetFile;
import org.zhengtong.base.trust.internal.authority.KeyHolder;
import org.zhengtong.base.trust.internal.authority.KeyToken;
import org.zhengtong.base.trust.internal.authority.TokenSettings;
import org.zhengtong.base.trust.internal.register.CertificateSettings;

/** Binds the settings of the room and chooses where the node's keys are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TrustSettings.class, CertificateSettings.class, TokenSettings.class})
class TrustConfiguration {

    /** The sealed file in the data folder, or the device that is configured; nothing is opened before a key is needed. */
    @Bean
    KeyHolder keyHolder(
            @Value("${zhengtong.data-dir:var}") Path dataFolder, TokenSettings token, TrustSettings settings) {
        var library = token.library();
        var pinFile = token.pinFile();
        if (library == null || pinFile == null) {
            return new CabinetFile(dataFolder.resolve("trust"));
        }
        if (settings.suite() != TrustSuite.ECDSA) {
            throw new IllegalArgumentException("zhengtong.trust-token needs zhengtong.trust.suite=ecdsa");
        }
        return new KeyToken(library, token.slot(), pinFile);
    }
}
