package org.zhengtong.service.supervision.web.score;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.Maps;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.SupervisionProblem;

/** The league for the public. */
@Controller
class PublicScoresController {

    private final Scores scores;
    private final LeagueTables tables;
    private final ScoreViews views;
    private final Divisions divisions;
    private final Departments departments;
    private final Maps maps;

    PublicScoresController(
            Scores scores,
            LeagueTables tables,
            ScoreViews views,
            Divisions divisions,
            Departments departments,
            Maps maps) {
        this.scores = scores;
        this.tables = tables;
        this.views = views;
        this.divisions = divisions;
        this.departments = departments;
        this.maps = maps;
    }

    @GetMapping("/supervision")
    String league(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String within,
            @RequestParam(defaultValue = "") String level,
            Model model) {
        var top = top();
        var area = DivisionCode.check(within)
                .valid()
                .filter(top::covers)
                .filter(code -> divisions.find(code).isPresent())
                .orElse(top);
        var months = scores.frozenMonths();
        var chosen = chosen(months, of);
        var question = chosen.map(month -> tables.question("month", month.toString(), level, "score", area, 0))
                .orElse(null);
        model.addAttribute(
                "page",
                new PublicLeaguePage(
                        question,
                        divisions.require(area).name(),
                        tables.areas(top),
                        months,
                        question == null ? List.of() : tables.rows(question)));
        return "supervision/public_league";
    }

    private DivisionCode top() {
        return maps.top().orElseGet(() -> divisions.provinces().getFirst().code());
    }

    /** The month asked for if it is frozen, else the newest. */
    private static Optional<YearMonth> chosen(List<FrozenMonth> months, String of) {
        return months.stream()
                .map(FrozenMonth::month)
                .filter(month -> month.toString().equals(of))
                .findFirst()
                .or(() -> months.stream().findFirst().map(FrozenMonth::month));
    }

    @GetMapping("/supervision/{department}")
    String department(@PathVariable String department, @RequestParam(defaultValue = "") String of, Model model) {
        var id = ScoreController.id(department);
        var known = departments.find(id).orElseThrow(PublicScoresController::notThere);
        var months = scores.frozenMonths();
        var month = chosen(months, of).flatMap(scores::frozen).orElseThrow(PublicScoresController::notThere);
        var score = scores.department(month.month(), id);
        var lines = views.lines(score);
        var shown = lines.stream().filter(line -> !appealed(line.line().card())).toList();
        model.addAttribute(
                "page",
                new PublicLeaguePage.OfDepartment(
                        month,
                        id.value(),
                        known.name(),
                        divisions.fullName(id.division()),
                        score.base(),
                        score.score(),
                        ScoreViews.groups(shown),
                        lines.size() - shown.size(),
                        views.publishedTrend(month.month(), id)));
        return "supervision/public_score";
    }

    private static boolean appealed(org.zhengtong.service.supervision.ScoreLine.@Nullable Counted card) {
        return card != null && card.state() == CardState.APPEALED;
    }

    private static ProblemException notThere() {
        return new ProblemException(SupervisionProblem.SCORE_NOT_FOUND);
    }
}
