package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One summand of a score.
 *
 * @param points what it adds; negative when it takes away
 * @param card of a card and of a correction
 * @param manual of points given by hand
 * @param ofMonth the frozen month that a correction mends
 */
public record ScoreLine(
        Kind kind,
        BigDecimal points,
        LocalDate countsOn,
        @Nullable Counted card,
        @Nullable ManualPoint manual,
        @Nullable YearMonth ofMonth) {

    /** Where a summand comes from. */
    public enum Kind {
        CARD,
        /** A card of a frozen month counts otherwise than when the month was frozen. */
        CORRECTION,
        MANUAL
    }

    /** The card behind a line, as it stands today. */
    public record Counted(
            CardId id,
            String subject,
            String step,
            String itemName,
            String ruleVersion,
            String ruleId,
            CardLevel level,
            CardState state) {}
}
