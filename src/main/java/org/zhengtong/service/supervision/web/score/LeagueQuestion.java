package org.zhengtong.service.supervision.web.score;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.DivisionLevel;
import org.zhengtong.service.supervision.ScorePeriod;

/** What a league table shows, as it stands in an address. */
public record LeagueQuestion(
        ScorePeriod period, DivisionCode within, @Nullable DivisionLevel level, Sort sort, int page) {

    /** By what the table is sorted. */
    public enum Sort {
        SCORE,
        CHANGE,
        CARDS,
        NAME
    }

    private static final Pattern MONTH = Pattern.compile("2[01][0-9]{2}-[01][0-9]");

    static YearMonth month(String typed, YearMonth otherwise) {
        try {
            return MONTH.matcher(typed).matches() ? YearMonth.parse(typed) : otherwise;
        } catch (DateTimeException wrong) {
            return otherwise;
        }
    }

    static <T extends Enum<T>> @Nullable T named(T[] values, String typed) {
        return Stream.of(values)
                .filter(each -> each.name().equals(typed.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    /** The query without the page. */
    public String query() {
        return query(period, sort);
    }

    /** The same table of another time. */
    public String of(ScorePeriod other) {
        return query(other, sort);
    }

    /** The same table in another order. */
    public String by(Sort other) {
        return query(period, other);
    }

    private String query(ScorePeriod when, Sort order) {
        return "span=" + lower(when.span()) + "&of=" + when.first() + "&within=" + within.value() + "&level="
                + (level == null ? "" : lower(level)) + "&sort=" + lower(order);
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
