package org.zhengtong.base.schema.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/** Numbers and dates as people type them and as they are shown again. */
class Figures {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(?:\\.[0-9]{1,10})?");
    private static final int MOST_ZEROS = 100;
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-|/|\\.|\\u5e74)([0-9]{1,2})(?:-|/|\\.|\\u6708)([0-9]{1,2})\\u65e5?");
    private static final Pattern DENSE_DATE = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy\u5e74M\u6708d\u65e5");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Figures() {}

    /** Full-width digits and thousands separators are the same number. */
    static Optional<BigDecimal> number(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,\\u00a0\\u2009]", "");
        return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    static Optional<LocalDate> date(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        for (var form : new Pattern[] {DATE, DENSE_DATE}) {
            var matcher = form.matcher(plain);
            if (matcher.matches()) {
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))));
                } catch (DateTimeException noSuchDay) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        if (Math.abs((long) stripped.scale()) > MOST_ZEROS) {
            // 1E+999999999 written out would fill the memory
            return stripped.toString();
        }
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** A value as it stands in a field. */
    static String typed(JsonNode value) {
        return counts(value) ? plain(value.decimalValue()) : value.asString("");
    }

    /** Whether it is a number that can be calculated with: 1e999, read as a double, has become infinite. */
    static boolean counts(JsonNode value) {
        return value.isNumber() && !(value instanceof DoubleNode read && !Double.isFinite(read.doubleValue()));
    }

    static String day(String isoDate, Locale locale) {
        return date(isoDate)
                .map(day -> day.format(locale.getLanguage().equals("zh") ? CHINESE : ENGLISH))
                .orElse(isoDate);
    }

    /** 318 KB, 1.2 MB. */
    static String size(long bytes) {
        if (bytes < 1024 * 1024) {
            return Math.max(1, Math.round(bytes / 1024.0)) + " KB";
        }
        return plain(BigDecimal.valueOf(Math.round(bytes / 1024.0 / 1024.0 * 10) / 10.0)) + " MB";
    }
}
