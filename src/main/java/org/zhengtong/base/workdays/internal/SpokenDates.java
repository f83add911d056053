package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.zhengtong.base.ui.Texts;

/** Dates as sentences write them: without the year when it is this year's. */
record SpokenDates(Texts texts, LocalDate today, Locale locale) {

    String plain(LocalDate day) {
        var key = day.getYear() == today.getYear() ? "workdays.date.day" : "workdays.date.day-of-year";
        return DateTimeFormatter.ofPattern(texts.say(locale, key), locale).format(day);
    }

    String withWeekday(LocalDate day) {
        return texts.say(
                locale,
                "workdays.date.with-weekday",
                plain(day),
                day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale));
    }

    String shortWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }
}
