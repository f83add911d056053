package org.zhengtong.base.print.internal;

/** Numbers as the files write them: a point, no more digits than needed. */
final class OfdNumber {

    private static final String DIGITS = "000";

    private OfdNumber() {}

    /** Rounded to a thousandth. */
    static String of(double value) {
        var thousandths = Math.round(value * 1000);
        var whole = Math.abs(thousandths) / 1000;
        var rest = Math.abs(thousandths) % 1000;
        var sign = thousandths < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        var digits = (DIGITS + rest).substring(String.valueOf(rest).length());
        return sign + whole + "." + digits.replaceAll("0+$", "");
    }

    /** Rounded to a hundredth, fine enough for a line. */
    static String coarse(double value) {
        return of(Math.round(value * 100) / 100.0);
    }
}
