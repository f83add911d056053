package org.zhengtong.data.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node presents itself to others.
 *
 * @param code its code, not to be changed once others know it
 * @param name as administrators elsewhere read it
 * @param address where others post to, such as {@code https://exchange.example.gov.cn}; empty when they cannot
 */
@ConfigurationProperties("zhengtong.node")
public record OwnNode(
        @DefaultValue("370000-main") NodeCode code,
        @DefaultValue("山东省主节点") String name,
        @DefaultValue("PROVINCE") NodeLevel level,
        @DefaultValue("EXTRANET") NetworkZone zone,
        @DefaultValue("") String address) {}
