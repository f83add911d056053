package org.zhengtong.service.casework.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.zhengtong.service.casework.CaseReading;

/**
 * Where the next page of an applicant's cases begins: behind the case filed at that moment with that key.
 *
 * @param filedAt as PostgreSQL reads it
 */
record FiledCursor(String filedAt, long key) {

    private static final FiledCursor START = new FiledCursor("infinity", Long.MAX_VALUE);
    private static final Pattern FORM =
            Pattern.compile("([0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:]{5,8}(?:[.][0-9]{1,6})?Z)_([0-9]{1,19})");

    /** The beginning when the text is not a cursor. */
    static FiledCursor parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return START;
        }
        try {
            return new FiledCursor(Instant.parse(parts.group(1)).toString(), Long.parseLong(parts.group(2)));
        } catch (DateTimeException | NumberFormatException noSuchPlace) {
            return START;
        }
    }

    static String after(CaseReading.Summary last) {
        return last.filedAt() + "_" + CaseKey.of(last.number());
    }
}
