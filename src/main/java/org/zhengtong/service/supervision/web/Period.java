package org.zhengtong.service.supervision.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Stream;

/** The time a figure is about, up to today. */
public enum Period {
    TODAY,
    WEEK,
    MONTH;

    static Period of(String typed) {
        return Stream.of(values())
                .filter(each -> each.value().equals(typed))
                .findFirst()
                .orElse(TODAY);
    }

    /** As it stands in an address. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalDate from(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> today.withDayOfMonth(1);
        };
    }

    /** One day says little about rates: they are then about the month. */
    public Period ofRates() {
        return this == TODAY ? MONTH : this;
    }

    /** The same time one period earlier, to compare with. */
    LocalDate before(LocalDate day) {
        return switch (this) {
            case TODAY -> day.minusDays(1);
            case WEEK -> day.minusWeeks(1);
            case MONTH -> day.minusMonths(1);
        };
    }
}
