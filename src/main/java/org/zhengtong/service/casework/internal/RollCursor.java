package org.zhengtong.service.casework.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.zhengtong.service.casework.CaseRoll;

/** Where the next page of a roll begins. */
record RollCursor(LocalDate dueOn, long key) {

    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final RollCursor START = new RollCursor(FIRST_DAY, 0);
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{1,19}");
    private static final int DATE_LENGTH = 10;

    /** The beginning when the text is not a cursor. */
    static RollCursor parse(String text) {
        try {
            return FORM.matcher(text).matches()
                    ? new RollCursor(
                            LocalDate.parse(text.substring(0, DATE_LENGTH)),
                            Long.parseLong(text.substring(DATE_LENGTH + 1)))
                    : START;
        } catch (DateTimeException | NumberFormatException noSuchPlace) {
            return START;
        }
    }

    static String after(CaseRoll.Entry last) {
        return (last.dueOn() == null ? FIRST_DAY : last.dueOn()) + "_" + CaseKey.of(last.number());
    }
}
