package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.base.workdays.WorkingDays;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardEvent;
import org.zhengtong.service.supervision.CardId;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Charge;

/** Issues one card: stored once, recorded, told to the department; a graver one replaces the one before. */
@Component
class CardIssue {

    private static final WorkingDays APPEAL_LIMIT = WorkingDays.of(5);

    private final CardStore cards;
    private final Recipients recipients;
    private final Notices notices;
    private final AuditLog audit;
    private final WorkingCalendar calendar;
    private final ClockCharges charges;
    private final Clock clock;

    CardIssue(
            CardStore cards,
            Recipients recipients,
            Notices notices,
            AuditLog audit,
            WorkingCalendar calendar,
            ClockCharges charges,
            Clock clock) {
        this.cards = cards;
        this.recipients = recipients;
        this.notices = notices;
        this.audit = audit;
        this.calendar = calendar;
        this.charges = charges;
        this.clock = clock;
    }

    /** Issues the card unless the thing has one of this or a graver level, in whatever state. */
    boolean issue(Charge charge, List<Card> before) {
        if (before.stream().anyMatch(card -> card.level().compareTo(charge.level()) >= 0)) {
            return false;
        }
        var issued = cards.insert(draw(charge));
        issued.ifPresent(card -> {
            record(card, CardEvent.Kind.ISSUED, "supervision.issue_card");
            before.stream().filter(each -> each.state().counts()).forEach(each -> replace(each, card));
            tell(card);
        });
        return issued.isPresent();
    }

    private void replace(Card before, Card by) {
        cards.mark(before.id(), CardState.REPLACED, by.id());
        record(before, CardEvent.Kind.REPLACED, "supervision.replace_card");
    }

    private void record(Card card, CardEvent.Kind kind, String event) {
        var program = Actor.system("supervision");
        var entry =
                audit.record(AuditAction.of(program, event, "card", card.id().toString())
                        .with("subject", card.subject())
                        .with("step", card.step())
                        .with("level", card.level())
                        .with("rule", card.ruleVersion() + "/" + card.ruleId())
                        .with("due_on", card.dueOn())
                        .with("counts_on", card.countsOn())
                        .with("judged_on", card.judgedOn())
                        .with("overdue_days", card.overdueDays()));
        cards.add(card.id(), new CardEvent(kind, "", "", clock.instant(), entry), null);
    }

    private void tell(Card card) {
        notices.sendAll(recipients.of(card.department()).stream()
                .map(account -> Notice.to(
                                account,
                                "supervision.notice.card_" + card.level() + "_" + card.kind(),
                                card.itemName(),
                                card.subject(),
                                card.overdueDays(),
                                card.points().stripTrailingZeros().toPlainString(),
                                card.appealUntil(),
                                card.title().isEmpty() ? card.itemName() : card.title())
                        .linking("/staff/supervision/cards/" + card.id())
                        .once("supervision.card:" + card.id()))
                .toList());
    }

    private Card draw(Charge charge) {
        var today = LocalDate.now(clock);
        var judgedOn = charges.judgedOn(charge, today);
        return new Card(
                new CardId(0),
                charge.rule().version(),
                charge.rule().id(),
                charge.rule().kind(),
                charge.subject(),
                charge.step(),
                charge.title(),
                charge.itemName(),
                charge.division(),
                charge.department(),
                charge.level(),
                charge.rule().points(),
                charge.startedOn(),
                charge.dueOn(),
                charge.statutory(),
                charge.countsOn(),
                judgedOn,
                charges.daysLate(charge, judgedOn),
                clock.instant(),
                calendar.due(today, APPEAL_LIMIT.asLimit()).requireDueOn(),
                CardState.ISSUED,
                null);
    }
}
