package org.zhengtong.service.supervision.web.score;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.ScoreOutcome;
import org.zhengtong.service.supervision.ScorePeriod.Span;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.web.SupervisedDivision;

/** The league of departments by month, quarter and year, and freezing a month. */
@Controller
@RequestMapping("/staff/supervision")
class LeagueController {

    private static final int PAGE = 50;

    private final Scores scores;
    private final LeagueTables tables;
    private final SupervisedDivision division;
    private final Cards cards;
    private final Permissions permissions;

    LeagueController(
            Scores scores, LeagueTables tables, SupervisedDivision division, Cards cards, Permissions permissions) {
        this.scores = scores;
        this.tables = tables;
        this.division = division;
        this.cards = cards;
        this.permissions = permissions;
    }

    /** The table as asked for in the address. */
    record Asked(
            @Nullable String span,
            @Nullable String of,
            @Nullable String level,
            @Nullable String sort,
            @Nullable String within,
            @Nullable Integer page) {

        private static String plain(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    LeagueQuestion question(Asked asked, CurrentUser user) {
        var shown = division.require(asked.within(), user);
        return tables.question(
                Asked.plain(asked.span()),
                Asked.plain(asked.of()),
                Asked.plain(asked.level()),
                Asked.plain(asked.sort()),
                shown.code(),
                asked.page() == null ? 0 : asked.page());
    }

    /** A department that looks at nobody else is led to its own score. */
    @GetMapping("/scores")
    ModelAndView show(Asked asked, CurrentUser user) {
        var own = permissions.scopeOf(user, Cards.APPEAL_CARD).departments();
        if (!own.isEmpty() && !permissions.may(user, SupervisedDivision.VIEW_DASHBOARD)) {
            return new ModelAndView("redirect:/staff/supervision/scores/"
                    + own.stream().sorted().findFirst().orElseThrow());
        }
        return new ModelAndView("supervision/league", "page", page(asked, user, "", List.of()));
    }

    private LeaguePage page(Asked asked, CurrentUser user, String faultKey, List<String> faultArgs) {
        var question = question(asked, user);
        var rows = tables.rows(question);
        var month = question.period().span() == Span.MONTH ? question.period().first() : null;
        var from = Math.min(question.page() * PAGE, rows.size());
        var toFreeze = toFreeze(month, user);
        return new LeaguePage(
                question,
                division.require(question.within().value(), user).name(),
                tables.areas(question.within()),
                tables.months(question),
                rows.subList(from, Math.min(from + PAGE, rows.size())),
                rows.size(),
                tables.trend(question),
                month == null ? null : scores.frozen(month).orElse(null),
                toFreeze,
                toFreeze == null ? 0 : cards.countAppeals(user),
                faultKey,
                faultArgs);
    }

    private @Nullable YearMonth toFreeze(@Nullable YearMonth month, CurrentUser user) {
        var over = month != null && month.isBefore(tables.thisMonth());
        if (!over || !permissions.may(user, Scores.KEEP_SCORE)) {
            return null;
        }
        var last = scores.frozenMonths().stream().findFirst().map(FrozenMonth::month);
        return last.isEmpty() || last.get().plusMonths(1).equals(month) ? month : null;
    }

    @PostMapping("/score-months/{month}/freezing")
    ModelAndView freeze(@PathVariable String month, CurrentUser user) {
        var which = LeagueQuestion.month(month, YearMonth.of(1, 1));
        if (which.getYear() == 1) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        var asked = new Asked("month", month, null, null, null, null);
        return switch (scores.freeze(which, user)) {
            case ScoreOutcome.Done done -> new ModelAndView("redirect:/staff/supervision/scores?of=" + month);
            case ScoreOutcome.OutOfTurn other ->
                refused(
                        asked,
                        user,
                        "supervision.score.out_of_turn",
                        other.next().toString());
            case ScoreOutcome.NotOver other ->
                refused(asked, user, "supervision.score.not_over", other.month().toString());
            case ScoreOutcome.Frozen other ->
                refused(
                        asked,
                        user,
                        "supervision.score.frozen_already",
                        other.month().toString());
            case ScoreOutcome.ReasonTooShort other -> throw new IllegalStateException("Freezing asks for no reason");
            case ScoreOutcome.PointsWrong other -> throw new IllegalStateException("Freezing gives no points");
        };
    }

    private ModelAndView refused(Asked asked, CurrentUser user, String key, String month) {
        var refused = new ModelAndView("supervision/league", "page", page(asked, user, key, List.of(month)));
        refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return refused;
    }
}
