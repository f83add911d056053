package org.zhengtong.service.fees;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Number of a bill (缴款通知编号): {@code B-20260302-000017}, the day and the serial of that day. */
public record BillNumber(String value) {

    private static final Pattern FORM = Pattern.compile("B-[0-9]{8}-[0-9]{6}");

    public BillNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a bill number: " + value);
        }
    }

    /** The number of a serial on a day. */
    public static BillNumber of(LocalDate day, long serial) {
        return new BillNumber("B-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + "%06d".formatted(serial));
    }

    /** Reads the text of an address. */
    public static Optional<BillNumber> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BillNumber(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
