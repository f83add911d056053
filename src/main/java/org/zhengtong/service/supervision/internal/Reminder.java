package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseClocks.DueClock;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** Knows the day, judges one clock, and reminds the department once of each due date. */
@Component
class Reminder {

    private final WarningStore warnings;
    private final Recipients recipients;
    private final Notices notices;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Reminder(WarningStore warnings, Recipients recipients, Notices notices, WorkingCalendar calendar, Clock clock) {
        this.warnings = warnings;
        this.recipients = recipients;
        this.notices = notices;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The last due date that any rule looks at today. */
    LocalDate horizon(List<SupervisionRule> rules) {
        var days = rules.stream()
                .filter(rule -> rule.kind() == RuleKind.BEFORE_LIMIT)
                .mapToInt(SupervisionRule::threshold)
                .max()
                .orElse(0);
        return calendar.addWorkingDays(today(), days);
    }

    Verdict verdict(DueClock each, List<SupervisionRule> rules) {
        return Verdict.of(each, today(), rules, calendar);
    }

    boolean remind(DueClock each, SupervisionRule rule) {
        if (!warnings.insert(rule, each, now())) {
            return false;
        }
        notices.sendAll(recipients.of(each.department()).stream()
                .map(account -> Notice.to(
                                account,
                                "supervision.notice.reminder",
                                each.itemName(),
                                each.ref().number(),
                                each.dueOn(),
                                each.title())
                        .linking("/staff/cases/" + each.ref().number())
                        .once("supervision.reminder:" + WarningStore.key(each)))
                .toList());
        return true;
    }
}
