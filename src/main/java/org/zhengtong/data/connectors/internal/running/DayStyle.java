package org.zhengtong.data.connectors.internal.running;

import java.time.LocalDate;
import org.zhengtong.data.connectors.internal.reading.Conversion;

/** Styles in which a source may write days. */
public final class DayStyle {

    private static final LocalDate SAMPLE = LocalDate.of(2026, 3, 5);

    private DayStyle() {}

    /** Whether days can be read by it. */
    public static boolean fits(String style) {
        if (style.equals(Conversion.SPREADSHEET)) {
            return true;
        }
        try {
            var form = Conversion.style(style);
            return !style.isEmpty()
                    && LocalDate.parse(form.format(SAMPLE), form).equals(SAMPLE);
        } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
            return false;
        }
    }
}
