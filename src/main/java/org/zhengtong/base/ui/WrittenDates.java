package org.zhengtong.base.ui;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates as the interface writes them in either language. */
public final class WrittenDates {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("M'\u6708'd'\u65e5'");
    private static final DateTimeFormatter CHINESE_DATE = DateTimeFormatter.ofPattern("yyyy'\u5e74'M'\u6708'd'\u65e5'");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private WrittenDates() {}

    /** The date, without its year when that is {@code today}'s. */
    public static String date(LocalDate date, LocalDate today, Locale locale) {
        var thisYear = date.getYear() == today.getYear();
        if (Locale.ENGLISH.getLanguage().equals(locale.getLanguage())) {
            return date.format(thisYear ? ENGLISH_DAY : ENGLISH_DATE);
        }
        return date.format(thisYear ? CHINESE_DAY : CHINESE_DATE);
    }

    /** The date with its weekday in brackets. */
    public static String day(LocalDate date, LocalDate today, Locale locale) {
        var weekday = date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? weekday + " " + date(date, today, locale)
                : date(date, today, locale) + "\uff08" + weekday + "\uff09";
    }

    /** The date and the time of day. */
    public static String time(ZonedDateTime at, LocalDate today, Locale locale) {
        return date(at.toLocalDate(), today, locale) + " " + at.format(TIME);
    }
}
