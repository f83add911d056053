package org.zhengtong.app.node.internal;

import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;

/** Prints, once the node answers, where it is and how to leave demo mode, in Chinese and English. */
@Component
class Greeting {

    private final NodeMode mode;
    private final Texts texts;

    Greeting(NodeMode mode, Texts texts) {
        this.mode = mode;
        this.texts = texts;
    }

    @EventListener
    @SuppressWarnings("SystemOut")
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var address = "http://localhost:" + web.getWebServer().getPort();
            for (var locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                System.out.println(texts.say(locale, "node.greeting", address));
                if (mode.demo()) {
                    System.out.println(texts.say(locale, "node.greeting.demo"));
                }
            }
        }
    }
}
