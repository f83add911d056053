package org.zhengtong.base.print.internal;

/** Numbers as the files write them: a point, no more digits than needed. */
final class OfdNumber {

    private OfdNumber() {}

    /** Rounded to a thousandth. */
    static String of(double value) {
        var thousandths = Math.round(value * 1000);
        var text = new StringBuilder(12);
        if (thousandths < 0) {
            text.append('-');
        }
        text.append(Math.abs(thousandths) / 1000);
        var rest = (int) (Math.abs(thousandths) % 1000);
        if (rest > 0) {
            text.append('.');
            for (var place = 100; rest > 0; place /= 10) {
                text.append((char) ('0' + rest / place));
                rest %= place;
            }
        }
        return text.toString();
    }

    /** Rounded to a hundredth, fine enough for a line. */
    static String coarse(double value) {
        return of(Math.round(value * 100) / 100.0);
    }
}
