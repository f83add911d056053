package org.zhengtong.service.supervision.internal;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseClocks.DueClock;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** What the rules say about one running clock before its last day is over. */
sealed interface Verdict {

    /** Nothing to say. */
    record Quiet() implements Verdict {}

    /** The limit is near. */
    record Remind(SupervisionRule rule) implements Verdict {}

    /** A limit so short that its reminder would fall on the day it began is reminded on the day after. */
    static Verdict of(DueClock clock, LocalDate on, List<SupervisionRule> rules, WorkingCalendar calendar) {
        if (on.isAfter(clock.dueOn())) {
            return new Quiet();
        }
        return rules.stream()
                .filter(rule -> rule.kind() == RuleKind.BEFORE_LIMIT)
                .filter(rule -> !on.isBefore(remindOn(clock, rule, calendar)))
                .findFirst()
                .<Verdict>map(Remind::new)
                .orElseGet(Quiet::new);
    }

    private static LocalDate remindOn(DueClock clock, SupervisionRule rule, WorkingCalendar calendar) {
        var before = calendar.addWorkingDays(clock.dueOn(), -rule.threshold());
        return before.isAfter(clock.startedOn()) ? before : clock.startedOn().plusDays(1);
    }
}
