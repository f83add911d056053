package org.zhengtong.base.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as a field sends it or an address names it: {@code 2026-03-02}. Years that no calendar of people has, such as +999999999,
 * are no days: they end arithmetic and the database in failures.
 */
public final class TypedDay {

    private static final Pattern FORM = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    private TypedDay() {}

    /** The day; empty when nothing or no day was typed. */
    public static Optional<LocalDate> of(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .map(String::strip)
                    .filter(text -> FORM.matcher(text).matches())
                    .map(LocalDate::parse);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The first moment of the day; null when no day was typed, so that a filter has no limit. */
    public static @Nullable Instant start(@Nullable String typed, ZoneId zone) {
        return of(typed).map(day -> day.atStartOfDay(zone).toInstant()).orElse(null);
    }

    /** The first moment after the day; null when no day was typed. */
    public static @Nullable Instant end(@Nullable String typed, ZoneId zone) {
        return of(typed)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                .orElse(null);
    }
}
