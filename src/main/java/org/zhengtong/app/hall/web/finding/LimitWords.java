package org.zhengtong.app.hall.web.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.base.workdays.TimeLimit;

/** Limits as guides and lists tell them: 承诺 3 个工作日, 当天办好. */
@Component
class LimitWords {

    private final DueDateWords words;
    private final Texts texts;

    LimitWords(DueDateWords words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** The bare limit; null when none is stated. */
    @Nullable
    String bare(@Nullable TimeLimit limit, Locale locale) {
        if (limit == null) {
            return null;
        }
        return limit.amount() == 0 ? texts.say(locale, "hall.items.limit.at-once") : words.limit(limit, locale);
    }

    /** The limit as the department's promise; null when none is stated. */
    @Nullable
    String promised(@Nullable TimeLimit limit, Locale locale) {
        return sentence("hall.items.limit", limit, locale);
    }

    /** The limit as the law's; null when none is stated. */
    @Nullable
    String legal(@Nullable TimeLimit limit, Locale locale) {
        return sentence("hall.guide.statutory", limit, locale);
    }

    private @Nullable String sentence(String key, @Nullable TimeLimit limit, Locale locale) {
        if (limit == null) {
            return null;
        }
        return limit.amount() == 0
                ? texts.say(locale, key + ".at-once")
                : texts.say(locale, key, words.limit(limit, locale));
    }
}
