package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.base.workdays.WorkingDays;
import org.zhengtong.service.casework.CaseClocks.DueClock;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardEvent;
import org.zhengtong.service.supervision.CardId;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.SupervisionRule;

/** Issues one card: stored once, recorded, told to the department; a graver one replaces the one before. */
@Component
class CardIssue {

    private static final WorkingDays APPEAL_LIMIT = WorkingDays.of(5);

    private final CardStore cards;
    private final Recipients recipients;
    private final Notices notices;
    private final AuditLog audit;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CardIssue(
            CardStore cards,
            Recipients recipients,
            Notices notices,
            AuditLog audit,
            WorkingCalendar calendar,
            Clock clock) {
        this.cards = cards;
        this.recipients = recipients;
        this.notices = notices;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Issues the card unless the clock has one of this or a graver level, in whatever state. */
    boolean issue(Card drawn, List<Card> before) {
        if (before.stream().anyMatch(card -> card.level().compareTo(drawn.level()) >= 0)) {
            return false;
        }
        var issued = cards.insert(drawn);
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

    /** The card that a clock earns. */
    Card draw(DueClock missed, Verdict.Exceeded verdict, LocalDate judgedOn) {
        return draw(
                verdict.rule(),
                new Offence(
                        missed.ref().number().value(),
                        missed.ref().step(),
                        missed.title(),
                        missed.itemName(),
                        missed.division(),
                        missed.department(),
                        missed.startedOn(),
                        missed.dueOn(),
                        missed.statutory(),
                        judgedOn,
                        verdict.days()));
    }

    /** The card that an offence earns under a rule. */
    Card draw(SupervisionRule rule, Offence offence) {
        return new Card(
                new CardId(0),
                rule.version(),
                rule.id(),
                rule.kind(),
                offence.subject(),
                offence.step(),
                offence.title(),
                offence.itemName(),
                offence.division(),
                offence.department(),
                Optional.ofNullable(rule.level()).orElseThrow(),
                rule.points(),
                offence.startedOn(),
                offence.dueOn(),
                offence.statutory(),
                offence.judgedOn(),
                offence.overdueDays(),
                clock.instant(),
                calendar.due(LocalDate.now(clock), APPEAL_LIMIT.asLimit()).requireDueOn(),
                CardState.ISSUED,
                null);
    }
}
