package org.zhengtong.service.supervision.internal.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.RuleOutcome;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.ScoreLine;
import org.zhengtong.service.supervision.ScoreOutcome;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.Simulations;
import org.zhengtong.service.supervision.SupervisionRule;

/** Frozen months, a correction, and a version of the rules that waits for approval: the pack's {@code demo/supervision.yaml}. */
@Component
class DemoSupervision implements DemoPart {

    private static final String FILE = "demo/supervision.yaml";

    private final Judgement judgement;
    private final Scores scores;
    private final Cards cards;
    private final RuleSets rules;
    private final Simulations simulations;
    private final Clock clock;

    DemoSupervision(
            Judgement judgement, Scores scores, Cards cards, RuleSets rules, Simulations simulations, Clock clock) {
        this.judgement = judgement;
        this.scores = scores;
        this.cards = cards;
        this.rules = rules;
        this.simulations = simulations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "supervision";
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public void play(PackReader pack, DemoCast cast) {
        var errors = new PackErrors();
        pack.find(FILE).flatMap(file -> file.tree(errors)).ifPresent(tree -> play(tree, cast));
        if (!errors.isEmpty()) {
            throw new IllegalStateException(FILE + ": " + errors.list());
        }
    }

    private void play(PackNode tree, DemoCast cast) {
        var supervisor = cast.staff(text(tree, "by"));
        var today = LocalDate.now(clock);
        judgement.judgeSince(today.minusDays(number(tree, "judge_days")));
        tree.list("points").forEach(node -> give(node, supervisor));
        for (var ago = number(tree, "freeze_months"); ago > 0; ago--) {
            var month = YearMonth.from(today).minusMonths(ago);
            var outcome = scores.freeze(month, supervisor);
            if (!(outcome instanceof ScoreOutcome.Done)) {
                throw new IllegalStateException(month + " was not frozen: " + outcome);
            }
        }
        withdrawOne(YearMonth.from(today).minusMonths(1), text(tree, "withdrawal"), supervisor);
        tree.at("draft").ifPresent(draft -> draft(draft, today, supervisor));
    }

    private static String text(PackNode node, String name) {
        return node.find(name).orElse("");
    }

    private static int number(PackNode node, String name) {
        return Integer.parseInt(node.find(name).orElse("0"));
    }

    private void give(PackNode node, CurrentUser supervisor) {
        var month = YearMonth.from(LocalDate.now(clock)).minusMonths(number(node, "months_ago"));
        scores.givePoints(
                new Scores.Given(
                        month,
                        new DepartmentId(text(node, "department")),
                        new BigDecimal(text(node, "points")),
                        text(node, "reason")),
                supervisor);
    }

    /** A card of a frozen month, so that the present one shows a correction. */
    private void withdrawOne(YearMonth month, String reason, CurrentUser supervisor) {
        scores.month(month, null).stream()
                .map(MonthScore::lines)
                .flatMap(List::stream)
                .map(ScoreLine::card)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(card -> cards.withdraw(card.id(), reason, supervisor));
    }

    private void draft(PackNode node, LocalDate today, CurrentUser supervisor) {
        var version = text(node, "version");
        var head = new RuleSets.Head(version, text(node, "name"), today.plusDays(number(node, "valid_in_days")));
        require(rules.draft(head, supervisor));
        node.list("rules").forEach(rule -> require(rules.put(version, rule(version, rule), supervisor)));
        simulations.start(version, today.minusMonths(2).withDayOfMonth(1), today.minusDays(1), supervisor);
        require(rules.propose(version, supervisor));
    }

    private static void require(RuleOutcome outcome) {
        if (!(outcome instanceof RuleOutcome.Done)) {
            throw new IllegalStateException("The rules of the demonstration are wrong: " + outcome);
        }
    }

    private static SupervisionRule rule(String version, PackNode node) {
        var kind = RuleKind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT));
        var measure = kind.measure().name().toLowerCase(Locale.ROOT);
        return new SupervisionRule(
                version,
                text(node, "id"),
                number(node, "number"),
                kind,
                kind.measure() == RuleKind.Measure.NONE ? 1 : number(node, measure),
                level(node).orElse(null),
                new BigDecimal(text(node, "points")),
                text(node, "name"),
                text(node, "text"),
                text(node, "source"));
    }

    private static Optional<CardLevel> level(PackNode node) {
        return node.find("level").map(text -> CardLevel.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
