package org.zhengtong.data.exchange.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.OwnNode;

/** Binds the settings of the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OwnNodeSettings.class, ExchangeSettings.class})
class ExchangeConfiguration {

    @Bean
    OwnNode ownNode(OwnNodeSettings settings) {
        return settings.node();
    }
}
