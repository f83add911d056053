package org.zhengtong.service.supervision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.InclusionProof;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.service.casework.CaseView.Happening;
import org.zhengtong.service.supervision.CardEvent;

/**
 * A card with all that proves it.
 *
 * @param limits the limits of the clock with their arithmetic
 * @param happenings what happened to the case
 * @param proofs the log's entries about the case and the card, each with its proof
 */
public record CardPage(
        CardView view,
        List<Limit> limits,
        List<Happening> happenings,
        List<Proven> proofs,
        List<CardEvent> history,
        boolean mayHandle,
        boolean mayAppeal,
        String typed,
        String faultKey) {

    /** One limit of the clock and how its last day came about. */
    public record Limit(boolean statutory, @Nullable String law, DueDateExplanation explanation) {}

    /** An entry of the log, its proof if it is sequenced already, and whether the proof holds. */
    public record Proven(AuditEntry entry, @Nullable InclusionProof proof, boolean holds) {}

    CardPage refusing(String reason, String key) {
        return new CardPage(view, limits, happenings, proofs, history, mayHandle, mayAppeal, reason, key);
    }
}
