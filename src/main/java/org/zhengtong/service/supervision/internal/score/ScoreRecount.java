package org.zhengtong.service.supervision.internal.score;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.supervision.Charge;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.Recount;
import org.zhengtong.service.supervision.ScoreCheck;
import org.zhengtong.service.supervision.ScoreLine;

/** Computes a score from events, beside the one that the cards gave. */
@Component
class ScoreRecount {

    private final Recount recount;
    private final ScoreStore store;
    private final Clock clock;

    ScoreRecount(Recount recount, ScoreStore store, Clock clock) {
        this.recount = recount;
        this.store = store;
        this.clock = clock;
    }

    ScoreCheck check(MonthScore kept, @Nullable FrozenMonth frozen) {
        var asOf = frozen == null ? LocalDate.now(clock) : frozen.frozenOn();
        var at = frozen == null ? clock.instant() : frozen.frozenAt();
        var withdrawn = new HashSet<>(store.withdrawnAt(kept.month(), kept.department(), at));
        var charges = charges(kept.month(), kept.department(), asOf);
        var before = charges.size();
        charges.keySet().removeAll(withdrawn);
        return compare(kept, charges, before - charges.size());
    }

    private Map<String, Charge> charges(YearMonth month, DepartmentId department, LocalDate asOf) {
        return recount.byRulesInForce(month.atDay(1), month.atEndOfMonth(), asOf).stream()
                .filter(charge -> charge.department().equals(department))
                .collect(Collectors.toMap(ScoreRecount::key, charge -> charge, (one, other) -> one, HashMap::new));
    }

    private static String key(Charge charge) {
        return charge.rule().version() + "/" + charge.rule().id() + "/" + charge.subject() + "/" + charge.step();
    }

    private static String key(ScoreLine.Counted card) {
        return card.ruleVersion() + "/" + card.ruleId() + "/" + card.subject() + "/" + card.step();
    }

    /** Points by hand and corrections are events of their own: they are taken as they were written. */
    private static ScoreCheck compare(MonthScore kept, Map<String, Charge> charges, int withdrawn) {
        var again = kept.base();
        for (var charge : charges.values()) {
            again = again.subtract(charge.rule().points());
        }
        var differences = new ArrayList<ScoreCheck.Difference>();
        var both = 0;
        for (var line : kept.lines()) {
            var card = line.card();
            if (line.kind() != ScoreLine.Kind.CARD || card == null) {
                again = again.add(line.points());
            } else {
                var charge = charges.remove(key(card));
                var same = charge != null && charge.rule().points().negate().compareTo(line.points()) == 0;
                both += same ? 1 : 0;
                if (!same) {
                    differences.add(new ScoreCheck.Difference(card.subject(), card.ruleId(), line.points(), false));
                }
            }
        }
        charges.values().forEach(charge -> differences.add(onlyInEvents(charge)));
        return new ScoreCheck(scaled(again), kept.score(), both, withdrawn, List.copyOf(differences));
    }

    private static ScoreCheck.Difference onlyInEvents(Charge charge) {
        return new ScoreCheck.Difference(
                charge.subject(), charge.rule().id(), charge.rule().points().negate(), true);
    }

    private static BigDecimal scaled(BigDecimal value) {
        return value.setScale(Math.max(1, value.stripTrailingZeros().scale()));
    }
}
