package org.zhengtong.base.codes;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The first thing wrong with a normalised code: text key and arguments. */
record CodeFlaw(String messageKey, List<Object> args) {

    static CodeFlaw of(String messageKey, Object... args) {
        return new CodeFlaw(messageKey, List.of(args));
    }

    /** Finds the first character outside the alphabet, counted from 1 as people count. */
    static @Nullable CodeFlaw illegalCharacter(String messageKey, String value, String alphabet) {
        int position = 1;
        for (int offset = 0; offset < value.length(); position++) {
            int character = value.codePointAt(offset);
            if (alphabet.indexOf(character) < 0) {
                return of(messageKey, position, printable(character));
            }
            offset += Character.charCount(character);
        }
        return null;
    }

    /** Normalises, looks for a flaw, makes the record. */
    static <T> CodeCheck<T> check(
            String normalized, Function<String, @Nullable CodeFlaw> search, Function<String, T> make) {
        var flaw = search.apply(normalized);
        return flaw == null
                ? new CodeCheck.Valid<>(make.apply(normalized))
                : new CodeCheck.Wrong<>(flaw.messageKey(), flaw.args());
    }

    private static String printable(int character) {
        return Character.isLetterOrDigit(character) || (character > ' ' && character < 0x7f)
                ? Character.toString(character)
                : "U+%04X".formatted(character);
    }
}
