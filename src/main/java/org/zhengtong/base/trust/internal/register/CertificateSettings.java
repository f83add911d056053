package org.zhengtong.base.trust.internal.register;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Certificates of people, organizations and nodes.
 *
 * @param life how long a new certificate lasts
 * @param challengeLife how long somebody may take to answer a challenge
 * @param clockSkew how far other clocks may be ahead of this node's
 */
@ConfigurationProperties("zhengtong.certificates")
public record CertificateSettings(
        @DefaultValue("1095d") Duration life,
        @DefaultValue("5m") Duration challengeLife,
        @DefaultValue("5m") Duration clockSkew) {}
