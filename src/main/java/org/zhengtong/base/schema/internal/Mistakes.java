package org.zhengtong.base.schema.internal;

import java.util.Locale;
import java.util.Set;
import org.zhengtong.base.schema.Violation;

/** Violations as lines of a summary, away from their fields: which field, and the first sentence of what is wrong. */
class Mistakes {
    private static final Set<String> NAMES_ITS_FIELD = Set.of("required", "minItems", "rule");
    private static final char CHINESE_STOP = '\u3002';

    private Mistakes() {}

    static String line(SchemaTexts texts, Violation violation, Locale locale) {
        var sentence = firstSentence(violation.text().in(locale));
        var path = NAMES_ITS_FIELD.contains(violation.keyword())
                        && !violation.path().isEmpty()
                ? violation.path().subList(0, violation.path().size() - 1)
                : violation.path();
        if (path.isEmpty()) {
            return sentence;
        }
        var where = path.getFirst().in(locale);
        for (var title : path.subList(1, path.size())) {
            var numbered = Character.isDigit(where.charAt(where.length() - 1));
            where += texts.say(locale, numbered ? "schema.mistake.of_number" : "schema.mistake.of") + title.in(locale);
        }
        return texts.say(locale, "schema.mistake", where, sentence);
    }

    private static String firstSentence(String text) {
        var chinese = text.indexOf(CHINESE_STOP);
        if (chinese > 0) {
            return text.substring(0, chinese);
        }
        var english = text.indexOf(". ");
        if (english > 0) {
            return text.substring(0, english);
        }
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
