package org.zhengtong.service.supervision.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.service.casework.CaseClocks;
import org.zhengtong.service.casework.CaseClocks.DueClock;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.Charge;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.Recount;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** Judges by events; the whole round is one transaction, and no two rounds run at once. */
@Service
class Judge implements Judgement, Recount {

    private static final int PAGE = 500;

    /** What happened or ended is looked at this long afterwards, should the program have stood still. */
    private static final int LOOK_BACK_DAYS = 31;

    private final CaseClocks clocks;
    private final RuleStore rules;
    private final CardStore cards;
    private final WarningStore warnings;
    private final CardIssue issue;
    private final Reminder reminder;
    private final Charges charges;

    Judge(
            CaseClocks clocks,
            RuleStore rules,
            CardStore cards,
            WarningStore warnings,
            CardIssue issue,
            Reminder reminder,
            Charges charges) {
        this.clocks = clocks;
        this.rules = rules;
        this.cards = cards;
        this.warnings = warnings;
        this.issue = issue;
        this.reminder = reminder;
        this.charges = charges;
    }

    @Override
    @Transactional
    public Judged judge() {
        return judgeSince(reminder.today().minusDays(LOOK_BACK_DAYS));
    }

    @Override
    @Transactional
    public Judged judgeSince(LocalDate from) {
        cards.lockJudging();
        var timeline = rules.timeline();
        var today = reminder.today();
        var current = timeline.on(today);
        var running = running(reminder.horizon(current));
        var reminded = remindAll(running, current);
        endWarnings(running);
        var earned = Stream.concat(
                        charges.overdue(from, today, today, timeline), charges.deeds(from, today, timeline).stream())
                .toList();
        return new Judged(running.size(), reminded, issueAll(earned));
    }

    /** Judges what was done on one day, right after it was done. */
    @Transactional
    void judgeDeeds(LocalDate on) {
        cards.lockJudging();
        issueAll(charges.deeds(on, on, rules.timeline()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Charge> byRulesInForce(LocalDate from, LocalDate to, LocalDate asOf) {
        return charges.between(from, to, asOf, rules.timeline());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Charge> byRules(List<SupervisionRule> tried, LocalDate from, LocalDate to, LocalDate asOf) {
        return charges.between(from, to, asOf, RuleTimeline.always(tried));
    }

    private List<DueClock> running(LocalDate until) {
        var all = new ArrayList<DueClock>();
        List<DueClock> page = clocks.dueOnOrBefore(until, null, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < PAGE
                    ? List.of()
                    : clocks.dueOnOrBefore(until, page.getLast().ref(), PAGE);
        }
        return all;
    }

    private int remindAll(List<DueClock> running, List<SupervisionRule> current) {
        var reminded = 0;
        for (var each : running) {
            if (reminder.verdict(each, current) instanceof Verdict.Remind remind) {
                reminded += reminder.remind(each, remind.rule()) ? 1 : 0;
            }
        }
        return reminded;
    }

    private int issueAll(List<Charge> earned) {
        var byKind = earned.stream()
                .collect(Collectors.groupingBy(charge -> charge.rule().kind().together()));
        var issued = 0;
        for (var kinds : byKind.entrySet()) {
            var before = before(kinds.getKey(), kinds.getValue());
            for (var charge : kinds.getValue()) {
                var key = CardStore.key(charge.subject(), charge.step());
                issued += issue.issue(charge, before.getOrDefault(key, List.of())) ? 1 : 0;
            }
        }
        return issued;
    }

    private Map<String, List<Card>> before(java.util.Set<RuleKind> kinds, List<Charge> earned) {
        var subjects = earned.stream().map(Charge::subject).collect(Collectors.toSet());
        return subjects.isEmpty() ? new HashMap<>() : cards.bySubject(kinds, subjects);
    }

    /** A warning ends when its clock does, or when its due date moved. */
    private void endWarnings(List<DueClock> running) {
        var ended = warnings.openKeys();
        running.forEach(each -> ended.remove(WarningStore.key(each)));
        if (!ended.isEmpty()) {
            warnings.end(ended, reminder.now());
        }
    }
}
