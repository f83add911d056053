package org.zhengtong.service.supervision;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The months a league table is about. */
public record ScorePeriod(Span span, YearMonth first) {

    /** How long. */
    public enum Span {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Span(int months) {
            this.months = months;
        }
    }

    /** The period of this length that holds a month. */
    public static ScorePeriod holding(Span span, YearMonth month) {
        var first = month.getMonthValue() - 1 - (month.getMonthValue() - 1) % span.months;
        return new ScorePeriod(span, YearMonth.of(month.getYear(), first + 1));
    }

    public List<YearMonth> months() {
        return Stream.iterate(first, month -> month.plusMonths(1))
                .limit(span.months)
                .toList();
    }

    public ScorePeriod before() {
        return new ScorePeriod(span, first.minusMonths(span.months));
    }

    public ScorePeriod after() {
        return new ScorePeriod(span, first.plusMonths(span.months));
    }
}
