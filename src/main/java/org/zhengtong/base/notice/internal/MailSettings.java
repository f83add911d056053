package org.zhengtong.base.notice.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host name of the SMTP server; without one mails wait in the outbox
 * @param port 25, 465 or 587 as the server wants it
 * @param user name to sign in with, none for a server that asks for none
 * @param password goes with {@code user}
 * @param from address that mails come from
 * @param security {@code none}, {@code starttls} or {@code tls}
 * @param timeout how long to wait for the server at each step before the mail is tried later
 */
@ConfigurationProperties("zhengtong.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("25") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("no-reply@localhost") String from,
        @DefaultValue("none") Security security,
        @DefaultValue("10s") Duration timeout) {

    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    boolean configured() {
        return host != null && !host.isBlank();
    }
}
