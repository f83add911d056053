package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;

/** Counting and adding working days on an index. */
record WorkingDayCount(WorkingDayIndex index) {

    int between(LocalDate from, LocalDate to) {
        long start = from.toEpochDay();
        long end = to.toEpochDay();
        long days = end >= start ? index.rank(end + 1) - index.rank(start + 1) : index.rank(end) - index.rank(start);
        return Math.toIntExact(days);
    }

    LocalDate add(LocalDate day, int amount) {
        long start = day.toEpochDay();
        if (amount == 0) {
            return day;
        }
        long rank = amount > 0 ? index.rank(start + 1) + amount - 1 : index.rank(start) + amount;
        return LocalDate.ofEpochDay(index.select(rank));
    }
}
