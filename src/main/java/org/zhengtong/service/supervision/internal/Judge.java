package org.zhengtong.service.supervision.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.service.casework.CaseClocks;
import org.zhengtong.service.casework.CaseClocks.DueClock;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** Judges clocks by limits; the whole round is one transaction, and no two rounds run at once. */
@Service
class Judge implements Judgement {

    private static final int PAGE = 500;

    /** Clocks that ended late are looked at this long after their end, should the program have stood still. */
    private static final int LOOK_BACK_DAYS = 31;

    private static final int MOST_MISSED = 5_000;

    private final CaseClocks clocks;
    private final RuleStore rules;
    private final CardStore cards;
    private final WarningStore warnings;
    private final CardIssue issue;
    private final Reminder reminder;
    private final ComplaintJudge complaints;

    Judge(
            CaseClocks clocks,
            RuleStore rules,
            CardStore cards,
            WarningStore warnings,
            CardIssue issue,
            Reminder reminder,
            ComplaintJudge complaints) {
        this.clocks = clocks;
        this.rules = rules;
        this.cards = cards;
        this.warnings = warnings;
        this.issue = issue;
        this.reminder = reminder;
        this.complaints = complaints;
    }

    @Override
    @Transactional
    public Judged judge() {
        cards.lockJudging();
        var current = rules.newest();
        var today = reminder.today();
        var running = running(reminder.horizon(current));
        var missed = clocks.missedBetween(today.minusDays(LOOK_BACK_DAYS), today, MOST_MISSED);
        var warned = judgeAll(running, current);
        var punished = judgeAll(missed, current);
        endWarnings(running);
        return new Judged(
                running.size() + missed.size(),
                warned.warnings() + punished.warnings(),
                warned.cards() + punished.cards() + complaints.judge(current));
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

    private Judged judgeAll(List<DueClock> all, List<SupervisionRule> current) {
        var reminded = 0;
        var issued = 0;
        var subjects = all.stream().map(each -> each.ref().number().value()).collect(Collectors.toSet());
        var before = cards.bySubject(RuleKind.LIMIT_EXCEEDED, subjects);
        for (var each : all) {
            var on = reminder.judgedOn(each);
            switch (reminder.verdict(each, on, current)) {
                case Verdict.Quiet quiet -> {}
                case Verdict.Remind remind -> reminded += reminder.remind(each, remind.rule()) ? 1 : 0;
                case Verdict.Exceeded exceeded -> {
                    var key = CardStore.key(
                            each.ref().number().value(), each.ref().step());
                    var card = issue.draw(each, exceeded, on);
                    issued += issue.issue(card, before.getOrDefault(key, List.of())) ? 1 : 0;
                }
            }
        }
        return new Judged(all.size(), reminded, issued);
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
