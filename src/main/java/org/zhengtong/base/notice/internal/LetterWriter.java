package org.zhengtong.base.notice.internal;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Texts;

/** Writes deliveries out in their reader's language. */
@Component
class LetterWriter {

    private final Wordings wordings;
    private final ContactStore contacts;
    private final Texts texts;
    private final NodeMode mode;

    LetterWriter(Wordings wordings, ContactStore contacts, Texts texts, NodeMode mode) {
        this.wordings = wordings;
        this.contacts = contacts;
        this.texts = texts;
        this.mode = mode;
    }

    Letter write(Delivery delivery) {
        var locale = locale(delivery);
        var wording = wordings.write(delivery.template(), delivery.templateVersion(), delivery.args(), locale);
        var link = delivery.link() == null ? "" : mode.publicUrl() + delivery.link();
        var text = switch (delivery.channel()) {
            case MAIL ->
                wording.body() + (link.isEmpty() ? "" : "\n\n" + link) + "\n\n"
                        + texts.say(locale, "notice.mail.foot", mode.siteName());
            case SMS -> texts.say(locale, "notice.sms.text", mode.siteName(), wording.body());
            case VOICE, WEBHOOK -> wording.body();
        };
        return new Letter(
                delivery, identifier(delivery), delivery.address(), wording.title(), text, link, delivery.createdAt());
    }

    private Locale locale(Delivery delivery) {
        var recipient = delivery.recipient();
        return recipient != null && contacts.preference(recipient).language().equals("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
    }

    private String identifier(Delivery delivery) {
        var host = mode.publicUrl().replaceFirst("^https?://", "").replaceAll("[:/].*", "");
        return "<notice-%d-%d@%s>".formatted(delivery.id(), delivery.createdAt().toEpochMilli(), host);
    }
}
