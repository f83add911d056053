package org.zhengtong.base.identity.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.FirstAdministrator;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;

/** Writes the one-time link for the first administrator into the log of the start, as long as there is none. */
@Component
class FirstAdministratorNotice {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorNotice.class);

    private final FirstAdministrator administrator;
    private final NodeMode mode;
    private final Texts texts;

    FirstAdministratorNotice(FirstAdministrator administrator, NodeMode mode, Texts texts) {
        this.administrator = administrator;
        this.mode = mode;
        this.texts = texts;
    }

    @EventListener
    @Order(1000)
    void tell(ApplicationReadyEvent ready) {
        if (mode.demo()) {
            return;
        }
        administrator.renewLink().ifPresent(secret -> {
            var address = mode.publicUrl() + "/first-administrator?token=" + secret;
            LOG.warn(texts.say(java.util.Locale.SIMPLIFIED_CHINESE, "identity.first-administrator.link", address));
            LOG.warn(texts.say(java.util.Locale.ENGLISH, "identity.first-administrator.link", address));
        });
    }
}
