package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.util.List;

/**
 * A month's score computed anew from events.
 *
 * @param again the score as computed now
 * @param kept the score as it stands
 * @param cards how many cards both have
 * @param withdrawn how many cards the events give that do not count because they had been withdrawn
 * @param differences cards that only one of both has
 */
public record ScoreCheck(BigDecimal again, BigDecimal kept, int cards, int withdrawn, List<Difference> differences) {

    public boolean equal() {
        return differences.isEmpty() && again.compareTo(kept) == 0;
    }

    /** A card that only the events give, or only the score has. */
    public record Difference(String subject, String ruleId, BigDecimal points, boolean onlyInEvents) {}
}
