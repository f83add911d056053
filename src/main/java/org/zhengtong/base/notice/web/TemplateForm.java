package org.zhengtong.base.notice.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplate.Wording;

/**
 * What the form of a text sends.
 *
 * @param sample values to see the text with
 */
public record TemplateForm(
        @Nullable String titleZh,
        @Nullable String bodyZh,
        @Nullable String titleEn,
        @Nullable String bodyEn,
        @Nullable Boolean urgent,
        @Nullable String escalateMinutes,
        @Nullable List<String> sample) {

    private static final int NOT_A_NUMBER = -1;

    static TemplateForm of(MessageTemplate template, List<String> sample) {
        var wait = template.escalateMinutes();
        return new TemplateForm(
                template.chinese().title(),
                template.chinese().body(),
                template.english().title(),
                template.english().body(),
                template.urgent(),
                wait == null ? "" : wait.toString(),
                sample);
    }

    MessageTemplate toTemplate(String code) {
        return new MessageTemplate(code, 0, chinese(), english(), ticked(), minutes());
    }

    Wording chinese() {
        return new Wording(text(titleZh), text(bodyZh));
    }

    Wording english() {
        return new Wording(text(titleEn), text(bodyEn));
    }

    /** An empty box sends nothing. */
    public boolean ticked() {
        return Boolean.TRUE.equals(urgent);
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field.strip().replace("\r\n", "\n");
    }

    /** What is no number is refused by the room as one that no wait can have. */
    private @Nullable Integer minutes() {
        var given = text(escalateMinutes);
        if (given.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(given);
        } catch (NumberFormatException notANumber) {
            return NOT_A_NUMBER;
        }
    }

    /** Values to see the text with. */
    public List<String> values() {
        return Objects.requireNonNullElse(sample, List.of());
    }
}
