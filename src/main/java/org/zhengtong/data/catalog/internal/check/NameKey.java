package org.zhengtong.data.catalog.internal.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are compared: without blanks, punctuation, full-width forms and capitals. */
public final class NameKey {
    private static final Pattern COUNTED = Pattern.compile("(?<!\\d)\\d{1,3}$");

    private NameKey() {}

    public static String of(String name) {
        var key = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** The key without a number counted up at its end; a year stays. */
    public static String stem(String name) {
        var key = of(name);
        var stem = COUNTED.matcher(key).replaceFirst("");
        return stem.isEmpty() ? key : stem;
    }
}
