package org.zhengtong.data.connectors.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectorFolders.class)
class ConnectorsConfiguration {}
