package org.zhengtong.base.ui;

import java.util.Locale;

/** Texts of all rooms in Chinese and English, from {@code messages/<room>.properties}. */
public interface Texts {

    /**
     * The text of {@code key} in the language of {@code locale} (Chinese unless English is asked for), its places filled.
     *
     * <p>Numbers are written with a space at every third digit. An unknown key comes back as it is.
     */
    String say(Locale locale, String key, Object... args);

    /** The keys with this ending, for lists of texts of one kind. */
    default java.util.List<String> keysEnding(String ending) {
        return java.util.List.of();
    }

    /** Whether {@code key} has a text in any language. */
    boolean knows(String key);
}
