package org.zhengtong.base.notice.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The short-message centre, by SMPP 3.4. Without a host the HTTP gateway is used, if one is configured.
 *
 * @param host the centre's name
 * @param port the centre's port
 * @param systemId name to bind with
 * @param password goes with {@code systemId}
 * @param source number or name that messages come from
 * @param timeout how long to wait for the centre's answer to each part
 */
@ConfigurationProperties("zhengtong.sms.smpp")
record SmsSettings(
        @Nullable String host,
        @DefaultValue("2775") int port,
        @DefaultValue("") String systemId,
        @Nullable String password,
        @DefaultValue("") String source,
        @DefaultValue("10s") Duration timeout) {

    boolean configured() {
        return host != null && !host.isBlank();
    }
}
