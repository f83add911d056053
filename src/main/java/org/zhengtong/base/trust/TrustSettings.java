package org.zhengtong.base.trust;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the trust room.
 *
 * @param suite algorithms for new keys and signatures: {@code sm2} or {@code ecdsa}; what was signed before stays checkable
 * @param authority name of this node's authority in its certificates
 */
@ConfigurationProperties("zhengtong.trust")
public record TrustSettings(
        @DefaultValue("sm2") TrustSuite suite,
        @DefaultValue("Zhengtong") String authority) {}
