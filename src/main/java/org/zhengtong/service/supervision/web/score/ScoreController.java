package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.ScoreCheck;
import org.zhengtong.service.supervision.ScoreOutcome;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.web.SupervisedDivision;

/** A department's score: the sum with each summand, points by hand, and the computation anew from events. */
@Controller
@RequestMapping("/staff/supervision/scores/{department}")
class ScoreController {

    private static final String VIEW = "supervision/score";

    private final Scores scores;
    private final ScoreViews views;
    private final LeagueTables tables;
    private final Permissions permissions;

    ScoreController(Scores scores, ScoreViews views, LeagueTables tables, Permissions permissions) {
        this.scores = scores;
        this.views = views;
        this.tables = tables;
        this.permissions = permissions;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String department,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(defaultValue = "false") boolean check,
            CurrentUser user) {
        var id = allowed(department, user);
        var month = LeagueQuestion.month(of, tables.thisMonth());
        var checked = check ? scores.check(month, id) : null;
        return new ModelAndView(VIEW, "page", page(month, id, rule, checked, ScorePage.Typed.NOTHING, user));
    }

    /** Supervisors look at all of their divisions, a department at itself. */
    private DepartmentId allowed(String department, CurrentUser user) {
        var id = id(department);
        if (!permissions.may(user, Cards.APPEAL_CARD, id)) {
            permissions.require(user, SupervisedDivision.VIEW_DASHBOARD, id);
        }
        return id;
    }

    static DepartmentId id(String typed) {
        try {
            return new DepartmentId(typed);
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    private ScorePage page(
            YearMonth month,
            DepartmentId id,
            @Nullable String rule,
            @Nullable ScoreCheck check,
            ScorePage.Typed typed,
            CurrentUser user) {
        var page = views.page(month, id, rule, check);
        return new ScorePage(
                page.score(),
                page.name(),
                page.area(),
                page.groups(),
                page.lines(),
                page.chosen(),
                page.trend(),
                page.frozen(),
                page.check(),
                page.frozen() == null && permissions.may(user, Scores.KEEP_SCORE, id),
                typed);
    }

    @PostMapping("/points")
    ModelAndView give(
            @PathVariable String department,
            @RequestParam String of,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user) {
        var id = allowed(department, user);
        var month = LeagueQuestion.month(of, tables.thisMonth());
        var given = new Scores.Given(month, id, number(points), reason);
        return answer(scores.givePoints(given, user), month, id, points, reason, user);
    }

    /** What is no number is no points, which the desk refuses. */
    private static BigDecimal number(String typed) {
        try {
            return new BigDecimal(typed.strip().replace('−', '-').replace("+", ""));
        } catch (NumberFormatException notOne) {
            return BigDecimal.ZERO;
        }
    }

    @PostMapping("/points/{id}/withdrawal")
    ModelAndView takeBack(
            @PathVariable String department,
            @PathVariable long id,
            @RequestParam String of,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user) {
        var whose = allowed(department, user);
        var month = LeagueQuestion.month(of, tables.thisMonth());
        return answer(scores.takeBackPoints(id, reason, user), month, whose, "", reason, user);
    }

    private ModelAndView answer(
            ScoreOutcome outcome, YearMonth month, DepartmentId id, String points, String reason, CurrentUser user) {
        var typed = switch (outcome) {
            case ScoreOutcome.Done done -> null;
            case ScoreOutcome.PointsWrong wrong ->
                new ScorePage.Typed(points, reason, "points", "supervision.score.points_wrong");
            case ScoreOutcome.ReasonTooShort shorter ->
                new ScorePage.Typed(points, reason, "reason", "supervision.act.short");
            case ScoreOutcome.Frozen frozen ->
                new ScorePage.Typed(points, reason, "points", "supervision.score.frozen_meanwhile");
            case ScoreOutcome.NotOver other -> throw new IllegalStateException("Points are given at any time");
            case ScoreOutcome.OutOfTurn other -> throw new IllegalStateException("Points are given at any time");
        };
        if (typed == null) {
            return new ModelAndView("redirect:/staff/supervision/scores/" + id + "?of=" + month);
        }
        var refused = new ModelAndView(VIEW, "page", page(month, id, null, null, typed, user));
        refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return refused;
    }
}
