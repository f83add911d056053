package org.zhengtong.base.geo.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BaseMapSettings.class)
class GeoConfiguration {}
