package org.zhengtong.service.fees.internal;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.zhengtong.base.ui.Texts;

/** The page of the practice bank, in both languages at once: it knows nobody's choice. */
@Component
class PracticePage {

    private final Texts texts;

    PracticePage(Texts texts) {
        this.texts = texts;
    }

    String of(PracticeBank.Account order) {
        var paid = order.transaction() != null;
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title></head><body><main><h1>%1$s</h1><p><strong>%2$s</strong></p>
                <p>%3$s</p><p>%4$s</p>%5$s</main></body></html>
                """.formatted(
                        both("fees.practice.title"),
                        both("fees.practice.warning"),
                        HtmlUtils.htmlEscape(order.subject()),
                        both("fees.practice.amount", order.amount().yuan(), order.order()),
                        paid
                                ? "<p>" + both("fees.practice.paid") + "</p><p><a href=\""
                                        + HtmlUtils.htmlEscape(order.returnUrl()) + "\">" + both("fees.practice.back")
                                        + "</a></p>"
                                : "<form method=\"post\"><button>" + both("fees.practice.pay") + "</button></form>");
    }

    private String both(String key, Object... args) {
        return HtmlUtils.htmlEscape(
                texts.say(Locale.SIMPLIFIED_CHINESE, key, args) + " / " + texts.say(Locale.ENGLISH, key, args));
    }
}
