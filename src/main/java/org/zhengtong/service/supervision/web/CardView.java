package org.zhengtong.service.supervision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.SupervisionRule;

/** A card with the names that belong to it and the days after its limit. */
public record CardView(
        Card card, String department, @Nullable SupervisionRule rule, List<LateDay> days) {

    /** One day from the limit on: {@code due}, {@code rest} or {@code late}; the count of late working days. */
    public record LateDay(java.time.LocalDate on, String kind, int late) {}

    public String points() {
        return card.points().stripTrailingZeros().toPlainString();
    }

    /** Class of the mark. */
    public String markClass() {
        return card.level() == org.zhengtong.service.supervision.CardLevel.RED ? "zt-card-mark red" : "zt-card-mark";
    }

    /** Address of what the card is about. */
    public String subjectHref() {
        return (card.subject().startsWith("C-") ? "/staff/complaints/" : "/staff/cases/") + card.subject();
    }
}
