package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.AcceptanceRefused;
import org.zhengtong.service.casework.CaseClocks;
import org.zhengtong.service.casework.CaseClocks.ClockRef;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseView.Happening;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.supervision.RuleKind;

/** Judges refusals by the length of their reasons, after each of them. */
@Component
class RefusalJudge {

    private static final String REASONS = "reason";

    private final CaseReading cases;
    private final CaseClocks clocks;
    private final RuleStore rules;
    private final CardStore cards;
    private final CardIssue issue;
    private final Clock clock;

    RefusalJudge(CaseReading cases, CaseClocks clocks, RuleStore rules, CardStore cards, CardIssue issue, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.rules = rules;
        this.cards = cards;
        this.issue = issue;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AcceptanceRefused refused) {
        clocks.evidence(new ClockRef(refused.number(), ClockView.INTAKE)).stream()
                .filter(happening -> happening.kind() == EventKind.ACCEPTANCE_REFUSED)
                .findFirst()
                .ifPresent(refusal -> judge(refused, refusal));
    }

    private void judge(AcceptanceRefused refused, Happening refusal) {
        var given = refusal.detail().getOrDefault(REASONS, "").strip();
        var length = given.codePointCount(0, given.length());
        rules.newest().stream()
                .filter(rule -> rule.kind() == RuleKind.REASON_TOO_SHORT && length < rule.threshold())
                .findFirst()
                .ifPresent(rule -> {
                    var number = refused.number().value();
                    var before = cards.bySubject(RuleKind.REASON_TOO_SHORT, List.of(number));
                    issue.issue(
                            issue.draw(rule, offence(refused, refusal)),
                            before.getOrDefault(CardStore.key(number, ClockView.INTAKE), List.of()));
                });
    }

    private Offence offence(AcceptanceRefused refused, Happening refusal) {
        var file = cases.requireFile(refused.number());
        var on = refusal.at().atZone(clock.getZone()).toLocalDate();
        return new Offence(
                refused.number().value(),
                ClockView.INTAKE,
                "",
                file.itemName(),
                file.division(),
                file.leadDepartment(),
                file.receivedOn(),
                null,
                true,
                on,
                0);
    }
}
