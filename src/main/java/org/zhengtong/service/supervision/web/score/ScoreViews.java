package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.Rules;
import org.zhengtong.service.supervision.ScoreCheck;
import org.zhengtong.service.supervision.ScoreLine;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.SupervisionRule;

/** Makes a score ready to be shown: names, rules, groups, trend. */
@Component
class ScoreViews {

    private static final int TREND_MONTHS = 6;

    private final Scores scores;
    private final Rules rules;
    private final Departments departments;
    private final Divisions divisions;

    ScoreViews(Scores scores, Rules rules, Departments departments, Divisions divisions) {
        this.scores = scores;
        this.rules = rules;
        this.departments = departments;
        this.divisions = divisions;
    }

    ScorePage page(YearMonth month, DepartmentId id, @Nullable String chosen, @Nullable ScoreCheck check) {
        var department = departments.require(id);
        var score = scores.department(month, id);
        var lines = lines(score);
        return new ScorePage(
                score,
                department.name(),
                divisions.fullName(id.division()),
                groups(lines),
                lines.stream()
                        .filter(line -> chosen == null || key(line).equals(chosen))
                        .toList(),
                chosen,
                trend(month, id),
                scores.frozen(month).orElse(null),
                check,
                false,
                ScorePage.Typed.NOTHING);
    }

    ScoreTrend trend(YearMonth month, DepartmentId id) {
        return ScoreTrend.of(scores.trend(month, TREND_MONTHS, id).stream()
                .map(each -> new ScoreTrend.Value(each.month(), each.score()))
                .toList());
    }

    /** Of frozen months only. */
    ScoreTrend publishedTrend(YearMonth month, DepartmentId id) {
        return ScoreTrend.of(scores.trend(month, TREND_MONTHS, id).stream()
                .filter(each -> scores.frozen(each.month()).isPresent())
                .map(each -> new ScoreTrend.Value(each.month(), each.score()))
                .toList());
    }

    List<ScorePage.Line> lines(MonthScore score) {
        return score.lines().stream()
                .map(line -> new ScorePage.Line(line, rule(line).orElse(null)))
                .toList();
    }

    private Optional<SupervisionRule> rule(ScoreLine line) {
        return Optional.ofNullable(line.card()).flatMap(card -> rules.find(card.ruleVersion(), card.ruleId()));
    }

    /** A rule, or the kind of line that follows none. */
    static String key(ScorePage.Line line) {
        var rule = line.rule();
        return line.line().kind() != ScoreLine.Kind.CARD || rule == null
                ? line.line().kind().name()
                : rule.version() + ":" + rule.id();
    }

    static List<ScorePage.Group> groups(List<ScorePage.Line> lines) {
        var groups = new LinkedHashMap<String, ScorePage.Group>();
        for (var line : lines) {
            var rule = line.line().kind() == ScoreLine.Kind.CARD ? line.rule() : null;
            groups.merge(
                    key(line),
                    new ScorePage.Group(
                            key(line),
                            rule == null ? "" : rule.name(),
                            1,
                            line.line().points()),
                    (one, more) -> new ScorePage.Group(
                            one.key(), one.name(), one.lines() + 1, one.points().add(more.points())));
        }
        var sorted = new ArrayList<>(groups.values());
        sorted.sort(java.util.Comparator.comparing(ScorePage.Group::points, BigDecimal::compareTo));
        return sorted;
    }
}
