package org.zhengtong.service.feedback;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Number of a complaint (投诉编号): {@code C-20260302-0017}, the day and the serial of that day. */
public record ComplaintNumber(String value) {

    private static final Pattern FORM = Pattern.compile("C-[0-9]{8}-[0-9]{4,6}");

    public ComplaintNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a complaint number: " + value);
        }
    }

    static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** The number of a serial on a day. */
    public static ComplaintNumber of(LocalDate day, long serial) {
        return new ComplaintNumber("C-" + day.format(DAY) + "-" + "%04d".formatted(serial));
    }

    @Override
    public String toString() {
        return value;
    }
}
