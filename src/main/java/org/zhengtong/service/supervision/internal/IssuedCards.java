package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardEvent;
import org.zhengtong.service.supervision.CardId;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.CardOutcome;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.SupervisionProblem;
import org.zhengtong.service.supervision.Warning;
import org.zhengtong.service.supervision.Warnings;

@Service
class IssuedCards implements Cards, Warnings {

    private static final int SHORTEST_REASON = 10;
    private static final Set<CardState> OPEN = Set.of(CardState.ISSUED, CardState.APPEALED, CardState.UPHELD);

    private final CardStore cards;
    private final WarningStore warnings;
    private final Recipients recipients;
    private final Permissions permissions;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    IssuedCards(
            CardStore cards,
            WarningStore warnings,
            Recipients recipients,
            Permissions permissions,
            Notices notices,
            AuditLog audit,
            Clock clock) {
        this.cards = cards;
        this.warnings = warnings;
        this.recipients = recipients;
        this.permissions = permissions;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Card require(CardId id, CurrentUser staff) {
        var card = cards.find(id).orElseThrow(() -> new ProblemException(SupervisionProblem.CARD_NOT_FOUND));
        if (!scope(staff).covers(card.department())) {
            permissions.require(staff, HANDLE_CARD, card.department());
        }
        return card;
    }

    /** Supervisors see the cards of their divisions, departments their own. */
    private DataScope scope(CurrentUser staff) {
        return permissions.scopeOf(staff, HANDLE_CARD).or(permissions.scopeOf(staff, APPEAL_CARD));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CardEvent> history(CardId id, CurrentUser staff) {
        return cards.events(require(id, staff).id());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Card> list(Filter filter, CurrentUser staff, int limit) {
        return cards.list(filter, scope(staff), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CardLevel, Long> counts(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        var zone = clock.getZone();
        return cards.counts(
                from.atStartOfDay(zone).toOffsetDateTime(),
                to.plusDays(1).atStartOfDay(zone).toOffsetDateTime(),
                within);
    }

    @Override
    @Transactional(readOnly = true)
    public long countAppeals(CurrentUser staff) {
        return cards.countAppeals(permissions.scopeOf(staff, HANDLE_CARD));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Warning> open(CurrentUser staff, int limit) {
        return warnings.open(scope(staff), limit);
    }

    @Override
    @Transactional(readOnly = true)
    public long countOpen(CurrentUser staff) {
        return warnings.countOpen(scope(staff));
    }

    @Override
    @Transactional
    public CardOutcome urge(CardId id, String words, CurrentUser supervisor) {
        return step(id, Step.URGE, words, supervisor);
    }

    @Override
    @Transactional
    public CardOutcome appeal(CardId id, String reason, CurrentUser department) {
        return step(id, Step.APPEAL, reason, department);
    }

    @Override
    @Transactional
    public CardOutcome uphold(CardId id, String reason, CurrentUser supervisor) {
        return step(id, Step.UPHOLD, reason, supervisor);
    }

    @Override
    @Transactional
    public CardOutcome withdraw(CardId id, String reason, CurrentUser supervisor) {
        return step(id, Step.WITHDRAW, reason, supervisor);
    }

    @Override
    @Transactional
    public CardOutcome restore(CardId id, String reason, CurrentUser supervisor) {
        return step(id, Step.RESTORE, reason, supervisor);
    }

    private CardOutcome step(CardId id, Step step, String reason, CurrentUser by) {
        var card = cards.lock(id).orElseThrow(() -> new ProblemException(SupervisionProblem.CARD_NOT_FOUND));
        permissions.require(by, step.permission, card.department());
        if (!step.from.contains(card.state())) {
            return new CardOutcome.NotPossible(card.state());
        }
        if (step == Step.APPEAL && LocalDate.now(clock).isAfter(card.appealUntil())) {
            return new CardOutcome.TooLate(card.appealUntil());
        }
        var given = reason.strip();
        if (given.codePointCount(0, given.length()) < SHORTEST_REASON) {
            return new CardOutcome.ReasonTooShort(SHORTEST_REASON);
        }
        var changed = step.to == null ? card : cards.mark(id, step.to, null);
        keep(changed, step, given, by);
        return new CardOutcome.Done(changed);
    }

    private void keep(Card card, Step step, String reason, CurrentUser by) {
        var actor = new Actor(Actor.Kind.STAFF, by.id().toString(), by.name());
        var entry =
                audit.record(AuditAction.of(actor, step.event, "card", card.id().toString())
                        .because(reason)
                        .with("subject", card.subject())
                        .with("level", card.level()));
        cards.add(card.id(), new CardEvent(step.kind, by.name(), reason, clock.instant(), entry), by.id());
        if (step != Step.APPEAL) {
            notices.sendAll(recipients.of(card.department()).stream()
                    .map(account -> Notice.to(
                                    account, "supervision.notice." + step.kind, card.itemName(), card.subject(), reason)
                            .linking("/staff/supervision/cards/" + card.id()))
                    .toList());
        }
    }

    /** The steps people take on a card. */
    private enum Step {
        URGE(HANDLE_CARD, OPEN, null, CardEvent.Kind.URGED, "supervision.urge_card"),
        APPEAL(
                APPEAL_CARD,
                Set.of(CardState.ISSUED),
                CardState.APPEALED,
                CardEvent.Kind.APPEALED,
                "supervision.appeal_card"),
        UPHOLD(
                HANDLE_CARD,
                Set.of(CardState.APPEALED),
                CardState.UPHELD,
                CardEvent.Kind.UPHELD,
                "supervision.uphold_card"),
        WITHDRAW(HANDLE_CARD, OPEN, CardState.WITHDRAWN, CardEvent.Kind.WITHDRAWN, "supervision.withdraw_card"),
        RESTORE(
                HANDLE_CARD,
                Set.of(CardState.WITHDRAWN),
                CardState.ISSUED,
                CardEvent.Kind.RESTORED,
                "supervision.restore_card");

        private final String permission;
        private final Set<CardState> from;
        private final @Nullable CardState to;
        private final CardEvent.Kind kind;
        private final String event;

        Step(String permission, Set<CardState> from, @Nullable CardState to, CardEvent.Kind kind, String event) {
            this.permission = permission;
            this.from = from;
            this.to = to;
            this.kind = kind;
            this.event = event;
        }
    }
}
