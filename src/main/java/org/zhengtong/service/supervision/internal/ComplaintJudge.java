package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.feedback.Complaint;
import org.zhengtong.service.feedback.Complaints;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** Judges complaints that nobody took up or answered in time. */
@Component
class ComplaintJudge {

    private static final int MOST = 2_000;

    private final Complaints complaints;
    private final CardStore cards;
    private final CardIssue issue;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ComplaintJudge(Complaints complaints, CardStore cards, CardIssue issue, WorkingCalendar calendar, Clock clock) {
        this.complaints = complaints;
        this.cards = cards;
        this.issue = issue;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** How many cards were issued. */
    int judge(List<SupervisionRule> rules) {
        var today = LocalDate.now(clock);
        var late = complaints.overdue(MOST);
        var subjects = late.stream().map(each -> each.number().value()).collect(Collectors.toSet());
        var before = cards.bySubject(RuleKind.COMPLAINT_OVERDUE, subjects);
        var issued = 0;
        for (var complaint : late) {
            var dueOn = complaint.dueOn();
            var days = dueOn == null ? 0 : calendar.overdueDays(dueOn, today);
            var rule = rules.stream()
                    .filter(each -> each.kind() == RuleKind.COMPLAINT_OVERDUE && each.threshold() <= days)
                    .max(Comparator.comparingInt(SupervisionRule::threshold));
            if (rule.isPresent()) {
                var key = CardStore.key(
                        complaint.number().value(), complaint.state().name());
                var card = issue.draw(rule.get(), offence(complaint, today, days));
                issued += issue.issue(card, before.getOrDefault(key, List.of())) ? 1 : 0;
            }
        }
        return issued;
    }

    private Offence offence(Complaint complaint, LocalDate today, int days) {
        var started = complaint.acceptedAt() == null ? complaint.filedAt() : complaint.acceptedAt();
        return new Offence(
                complaint.number().value(),
                complaint.state().name(),
                "",
                complaint.number().value(),
                complaint.department().division(),
                complaint.department(),
                started.atZone(clock.getZone()).toLocalDate(),
                complaint.dueOn(),
                true,
                today,
                days);
    }
}
