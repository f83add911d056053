package org.zhengtong.app.node.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the node imports at its first start.
 *
 * @param region name of the region's pack below {@code packs/}; empty imports none
 * @param demoHistory whether a new node in demo mode is filled with made-up cases, requests for data and runs of connectors
 */
@ConfigurationProperties("zhengtong.node")
record NodeSettings(
        @DefaultValue("shandong") String region,
        @DefaultValue("true") boolean demoHistory) {}
