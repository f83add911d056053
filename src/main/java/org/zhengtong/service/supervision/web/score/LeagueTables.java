package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.DivisionLevel;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.service.supervision.LeagueRow;
import org.zhengtong.service.supervision.ScorePeriod;
import org.zhengtong.service.supervision.ScorePeriod.Span;
import org.zhengtong.service.supervision.Scores;

/** League tables with names, in the order asked for. */
@Component
class LeagueTables {

    private static final int TREND_MONTHS = 6;
    private static final int CHOICE_MONTHS = 24;
    private static final int MOST_PAGES = 1_000;

    private final Scores scores;
    private final Departments departments;
    private final Divisions divisions;
    private final Clock clock;

    LeagueTables(Scores scores, Departments departments, Divisions divisions, Clock clock) {
        this.scores = scores;
        this.departments = departments;
        this.divisions = divisions;
        this.clock = clock;
    }

    YearMonth thisMonth() {
        return YearMonth.from(LocalDate.now(clock));
    }

    LeagueQuestion question(String span, String of, String level, String sort, DivisionCode within, int page) {
        var length = Objects.requireNonNullElse(LeagueQuestion.named(Span.values(), span), Span.MONTH);
        return new LeagueQuestion(
                ScorePeriod.holding(length, LeagueQuestion.month(of, thisMonth())),
                within,
                LeagueQuestion.named(DivisionLevel.values(), level),
                Objects.requireNonNullElse(
                        LeagueQuestion.named(LeagueQuestion.Sort.values(), sort), LeagueQuestion.Sort.SCORE),
                Math.clamp(page, 0, MOST_PAGES));
    }

    List<LeaguePage.Row> rows(LeagueQuestion question) {
        var league = scores.league(question.period(), question.within(), question.level());
        var names = departments.names(league.stream().map(LeagueRow::department).toList());
        var areas = divisions.names(league.stream()
                .map(row -> row.department().division())
                .distinct()
                .toList());
        return league.stream()
                .map(row -> new LeaguePage.Row(
                        row.rank(),
                        row.department().value(),
                        names.getOrDefault(row.department(), row.department().value()),
                        areas.getOrDefault(
                                row.department().division(),
                                row.department().division().value()),
                        row.score().toPlainString(),
                        row.before() == null ? null : row.score().subtract(row.before()),
                        row.cards(),
                        row.months()))
                .sorted(order(question.sort()))
                .toList();
    }

    private static Comparator<LeaguePage.Row> order(LeagueQuestion.Sort sort) {
        return switch (sort) {
            case SCORE -> Comparator.comparingInt(LeaguePage.Row::rank);
            case CHANGE ->
                Comparator.comparing(
                        row -> row.change() == null ? BigDecimal.ZERO : row.change(), Comparator.reverseOrder());
            case CARDS -> Comparator.comparing(LeaguePage.Row::cards, Comparator.reverseOrder());
            case NAME -> Comparator.comparing(LeaguePage.Row::department);
        };
    }

    ScoreTrend trend(LeagueQuestion question) {
        var last = question.period().months().getLast();
        var upTo = last.isAfter(thisMonth()) ? thisMonth() : last;
        return ScoreTrend.of(scores.means(upTo, TREND_MONTHS, question.within()).stream()
                .map(mean -> new ScoreTrend.Value(mean.month(), mean.score()))
                .toList());
    }

    /** The last two years, and the month asked for. */
    List<YearMonth> months(LeagueQuestion question) {
        var recent = Stream.iterate(thisMonth(), month -> month.minusMonths(1))
                .limit(CHOICE_MONTHS)
                .toList();
        var asked = question.period().first();
        return recent.contains(asked)
                ? recent
                : Stream.concat(Stream.of(asked), recent.stream()).toList();
    }

    /** The divisions below. */
    List<LeaguePage.Area> areas(DivisionCode within) {
        return divisions.children(within).stream()
                .map(division -> new LeaguePage.Area(division.code(), division.name()))
                .toList();
    }
}
