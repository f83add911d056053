package org.zhengtong.base.ui.internal;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as the interface writes them: 18 426 with a space that does not break, at most two decimals. */
public final class Numbers {

    private static final char NARROW_SPACE = '\u202f';

    private Numbers() {}

    /** {@code number} with a space at every third digit. */
    public static String written(Number number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(NARROW_SPACE);
        return new DecimalFormat("#,##0.##", symbols).format(number);
    }
}
