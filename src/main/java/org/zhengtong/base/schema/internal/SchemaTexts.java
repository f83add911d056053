package org.zhengtong.base.schema.internal;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Words;
import org.zhengtong.base.ui.Texts;

/** Texts of the platform as words in both languages; arguments may be words themselves. */
@Component
class SchemaTexts {
    private final Texts texts;

    SchemaTexts(Texts texts) {
        this.texts = texts;
    }

    Words words(String key, Object... args) {
        return new Words(say(Locale.CHINA, key, args), say(Locale.ENGLISH, key, args));
    }

    String say(Locale locale, String key, Object... args) {
        return texts.say(
                locale,
                key,
                Arrays.stream(args)
                        .map(arg -> arg instanceof Words words ? words.in(locale) : arg)
                        .toArray());
    }
}
