package org.zhengtong.base.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text of a form in Chinese and, where the author wrote it, in English. */
public record Words(String chinese, @Nullable String english) {
    public static Words of(String chinese) {
        return new Words(chinese, null);
    }

    /** The text for a reader; Chinese where no English exists. */
    public String in(Locale locale) {
        return english != null && !locale.getLanguage().equals("zh") ? english : chinese;
    }
}
