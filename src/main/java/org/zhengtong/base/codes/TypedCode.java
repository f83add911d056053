package org.zhengtong.base.codes;

import java.util.Locale;

/** Brings what people type or paste into the form codes are written in. */
final class TypedCode {
    private static final int WIDE_FIRST = 0xff01;
    private static final int WIDE_LAST = 0xff5e;
    private static final int WIDE_SHIFT = 0xfee0;

    private TypedCode() {}

    /** Full-width characters narrow, letters upper case, blanks and invisible characters gone. */
    static String normalize(String raw) {
        var result = new StringBuilder(raw.length());
        raw.codePoints()
                .map(each -> each >= WIDE_FIRST && each <= WIDE_LAST ? each - WIDE_SHIFT : each)
                .filter(each -> !isBlank(each))
                .forEach(result::appendCodePoint);
        return result.toString().toUpperCase(Locale.ROOT);
    }

    /** The same for codes often written in groups with hyphens. */
    static String normalizeWithoutHyphens(String raw) {
        return normalize(raw).replace("-", "");
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
