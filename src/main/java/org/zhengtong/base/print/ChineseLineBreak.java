package org.zhengtong.base.print;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.SplitCharacter;
import org.openpdf.text.pdf.PdfChunk;

/**
 * Where a line may end (避头尾, GB/T 15834 section 5): not before closing punctuation, not after opening, not inside a Latin
 * word; and a box to tick stays with its text.
 */
final class ChineseLineBreak implements SplitCharacter {

    private static final String NOT_FIRST =
            "\uFF0C\u3002\u3001\uFF1B\uFF1A\uFF1F\uFF01\u201D\u2019\uFF09\u300B\u3009\u3011\u3015\u2026\u2014\u3000,.;:?!)]}%_";
    private static final String NOT_LAST = "\u201C\u2018\uFF08\u300A\u3008\u3010\u3014\u25A1\u25A0\u2611([{";

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk @Nullable [] chunks) {
        var here = text[current];
        if (NOT_LAST.indexOf(here) >= 0) {
            return false;
        }
        if (current + 1 >= end) {
            return true;
        }
        var next = text[current + 1];
        if (NOT_FIRST.indexOf(next) >= 0 || Character.isHighSurrogate(here)) {
            return false;
        }
        return here <= ' ' || here == '-' || wide(here) || wide(next);
    }

    private static boolean wide(char character) {
        return character >= 0x2E80;
    }
}
