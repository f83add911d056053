package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.casework.CaseNumber;

/** A case number as one number: 6 digits of the county, 8 of the day, 5 of the serial. Keeps keys and indexes small. */
final class CaseKey {

    /** Serials of one county and day. */
    static final int MOST = 99_999;

    private CaseKey() {}

    static long of(CaseNumber number) {
        var parts = number.value().split("-", -1);
        return Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]);
    }

    static long of(String county, LocalDate day, long serial) {
        var digits = day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth();
        return (Long.parseLong(county) * 100_000_000 + digits) * 100_000 + serial;
    }

    static CaseNumber number(long key) {
        var day = key / 100_000 % 100_000_000;
        return CaseNumber.of(
                new DivisionCode(Long.toString(key / 10_000_000_000_000L)),
                LocalDate.of((int) (day / 10_000), (int) (day / 100 % 100), (int) (day % 100)),
                key % 100_000);
    }
}
