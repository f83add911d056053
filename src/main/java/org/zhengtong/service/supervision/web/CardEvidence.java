package org.zhengtong.service.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseClocks;
import org.zhengtong.service.casework.CaseClocks.ClockRef;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseRoll;
import org.zhengtong.service.casework.CaseView.Happening;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardEvent;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Cards;

/** Gathers what proves a card: the clock's arithmetic, the case's events, and the log's entries with their proofs. */
@Component
class CardEvidence {

    /** Looking at a case proves nothing about its limits. */
    private static final Set<String> READING = Set.of("casework.view", "casework.look_up", "casework.export");

    private final CaseClocks clocks;
    private final CaseRoll roll;
    private final AuditProofs proofs;
    private final Permissions permissions;
    private final Clock clock;

    CardEvidence(CaseClocks clocks, CaseRoll roll, AuditProofs proofs, Permissions permissions, Clock clock) {
        this.clocks = clocks;
        this.roll = roll;
        this.proofs = proofs;
        this.permissions = permissions;
        this.clock = clock;
    }

    CardPage page(CardView view, List<CardEvent> history, CurrentUser user) {
        var card = view.card();
        var ofCase = !card.subject().startsWith("C-");
        return new CardPage(
                view,
                card.kind().ofClock() ? limits(card) : List.of(),
                ofCase ? happenings(card) : List.of(),
                proven(card, ofCase ? "case" : "complaint"),
                history,
                permissions.may(user, Cards.HANDLE_CARD, card.department()),
                mayAppeal(card, user),
                "",
                "");
    }

    private boolean mayAppeal(Card card, CurrentUser user) {
        return card.state() == CardState.ISSUED
                && !LocalDate.now(clock).isAfter(card.appealUntil())
                && permissions.may(user, Cards.APPEAL_CARD, card.department());
    }

    private List<CardPage.Limit> limits(Card card) {
        return roll.clock(ref(card)).map(CardEvidence::limits).orElseGet(List::of);
    }

    private static List<CardPage.Limit> limits(ClockView view) {
        var limits = new ArrayList<CardPage.Limit>();
        if (view.statutory() != null) {
            limits.add(new CardPage.Limit(
                    true, view.statutory().law(), view.statutory().explanation()));
        }
        if (view.committed() != null) {
            limits.add(new CardPage.Limit(
                    false, view.committed().law(), view.committed().explanation()));
        }
        return limits;
    }

    private List<Happening> happenings(Card card) {
        return clocks.evidence(ref(card)).stream()
                .sorted(Comparator.comparing(Happening::at))
                .toList();
    }

    private static ClockRef ref(Card card) {
        return new ClockRef(new CaseNumber(card.subject()), card.step());
    }

    private List<CardPage.Proven> proven(Card card, String subjectType) {
        return Stream.concat(
                        proofs.entriesAbout(subjectType, card.subject()).stream(),
                        proofs.entriesAbout("card", card.id().toString()).stream())
                .filter(entry -> !READING.contains(entry.action().event()))
                .sorted(Comparator.comparing(AuditEntry::at))
                .map(this::proven)
                .toList();
    }

    private CardPage.Proven proven(AuditEntry entry) {
        var proof = proofs.proofOf(entry.id()).orElse(null);
        return new CardPage.Proven(entry, proof, proof != null && proofs.verify(proof));
    }
}
