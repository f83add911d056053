package org.zhengtong.data.exchange.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.zhengtong.data.exchange.NetworkZone;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeLevel;
import org.zhengtong.data.exchange.OwnNode;

/** Settings from which others know this node. */
@ConfigurationProperties("zhengtong.node")
record OwnNodeSettings(
        @DefaultValue("370000-main") String code,
        @DefaultValue("山东省主节点") String name,
        @DefaultValue("PROVINCE") NodeLevel level,
        @DefaultValue("EXTRANET") NetworkZone zone,
        @DefaultValue("") String address) {

    OwnNode node() {
        return new OwnNode(new NodeCode(code), name, level, zone, address);
    }
}
