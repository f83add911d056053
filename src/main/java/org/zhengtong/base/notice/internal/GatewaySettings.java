package org.zhengtong.base.notice.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Ways out by HTTP, and other systems that are told.
 *
 * @param sms gateway for short messages, used when no SMPP centre is configured
 * @param voice gateway that calls people up and reads the text to them
 * @param webhooks other systems, by name
 */
@ConfigurationProperties("zhengtong.notice")
record GatewaySettings(
        @Nullable HttpGatewaySettings sms,
        @Nullable HttpGatewaySettings voice,
        @DefaultValue Map<String, Webhook> webhooks) {

    /**
     * Another system that is told of messages.
     *
     * @param url where it is told
     * @param secret key of the signature
     * @param algorithm {@code hmac-sha256} or {@code hmac-sm3}
     * @param templates beginnings of the names of the messages it wants, such as {@code casework.news.}
     * @param timeout how long to wait for its answer
     */
    record Webhook(
            URI url,
            String secret,
            @DefaultValue("hmac-sha256") String algorithm,
            @DefaultValue List<String> templates,
            @DefaultValue("10s") Duration timeout) {}
}
