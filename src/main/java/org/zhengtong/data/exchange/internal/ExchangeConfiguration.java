package org.zhengtong.data.exchange.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.OwnNode;

/** Binds the settings of the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OwnNode.class, ExchangeSettings.class})
class ExchangeConfiguration {}
