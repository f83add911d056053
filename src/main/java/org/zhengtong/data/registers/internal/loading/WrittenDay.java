package org.zhengtong.data.registers.internal.loading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Dates as sources write them: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, each also with a time behind it. */
final class WrittenDay {

    private static final Pattern STYLES = Pattern.compile(
            "([12][0-9]{3})(?:([-/.\u5e74])([0-9]{1,2})([-/.\u6708])([0-9]{1,2})\u65e5?|([0-9]{2})([0-9]{2}))"
                    + "(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?(?:Z|[-+][0-9:]{2,6})?)?");
    private static final int ISO = 10;

    private WrittenDay() {}

    static String iso(String text) {
        if (isIso(text)) {
            return text;
        }
        var found = STYLES.matcher(WrittenForms.narrow(text).replace(" \u65e5", "\u65e5"));
        if (!found.matches()) {
            return text;
        }
        var month = found.group(3) == null ? found.group(6) : found.group(3);
        var day = found.group(5) == null ? found.group(7) : found.group(5);
        try {
            return LocalDate.of(Integer.parseInt(found.group(1)), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException notADay) {
            return text;
        }
    }

    private static boolean isIso(String text) {
        if (text.length() != ISO) {
            return false;
        }
        for (var at = 0; at < ISO; at++) {
            var letter = text.charAt(at);
            if (at == 4 || at == 7 ? letter != '-' : letter < '0' || letter > '9') {
                return false;
            }
        }
        return true;
    }
}
