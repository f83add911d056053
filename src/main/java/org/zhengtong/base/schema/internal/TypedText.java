package org.zhengtong.base.schema.internal;

import com.google.re2j.Pattern;

/** Text as it may be kept: what cannot be stored or would deceive a reader is taken out, the rest stays as typed. */
class TypedText {
    private static final int LONGEST = 50_000;
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    // control characters and NUL; marks that turn the direction of writing; halves of characters
    private static final Pattern HARMFUL = Pattern.compile(
            "[\\x{00}-\\x{08}\\x{0B}-\\x{1F}\\x{7F}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FFFE}\\x{FFFF}]");
    private static final Pattern ENDS = Pattern.compile("^[\\s\\x{3000}\\x{A0}]+|[\\s\\x{3000}\\x{A0}]+$");

    private TypedText() {}

    static String clean(String typed, boolean manyLines) {
        var cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var lines = LINE_ENDS.matcher(withoutHalves(cut)).replaceAll("\n");
        var harmless = HARMFUL.matcher(lines).replaceAll("");
        var oneLine = manyLines ? harmless : harmless.replace('\n', ' ');
        return ENDS.matcher(oneLine).replaceAll("");
    }

    private static String withoutHalves(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        return text.codePoints()
                .filter(point -> point > Character.MAX_VALUE || !Character.isSurrogate((char) point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
