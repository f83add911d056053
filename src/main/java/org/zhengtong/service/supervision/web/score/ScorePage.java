package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.supervision.FrozenMonth;
import org.zhengtong.service.supervision.MonthScore;
import org.zhengtong.service.supervision.ScoreCheck;
import org.zhengtong.service.supervision.ScoreLine;
import org.zhengtong.service.supervision.SupervisionRule;

/**
 * A department's score of a month with all its summands.
 *
 * @param chosen the rule whose lines are shown; null for all
 * @param check the result of computing it anew; null when nobody asked
 * @param mayGive whether the user may give points by hand now
 */
public record ScorePage(
        MonthScore score,
        String name,
        String area,
        List<Group> groups,
        List<Line> lines,
        @Nullable String chosen,
        ScoreTrend trend,
        @Nullable FrozenMonth frozen,
        @Nullable ScoreCheck check,
        boolean mayGive,
        Typed typed) {

    /** What was typed into the form for points, and what is wrong with it. */
    public record Typed(String points, String reason, String field, String faultKey) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }

    /** All lines of one rule or kind. */
    public record Group(String key, String name, int lines, BigDecimal points) {}

    /** One summand; its rule as it stood when the card was issued. */
    public record Line(ScoreLine line, @Nullable SupervisionRule rule) {

        /** Address of what the card is about. */
        public String subjectHref() {
            var card = line.card();
            return card == null
                    ? ""
                    : (card.subject().startsWith("C-") ? "/staff/complaints/" : "/staff/cases/") + card.subject();
        }
    }

    /** With its sign, as it stands in a sum. */
    public static String signed(BigDecimal points) {
        var plain = points.abs().stripTrailingZeros();
        var text = plain.signum() == 0 ? "0" : plain.toPlainString();
        return (points.signum() < 0 ? "−" : "+") + text;
    }

    public YearMonth month() {
        return score.month();
    }

    /** Address of this page. */
    public String href() {
        return "/staff/supervision/scores/" + score.department() + "?of=" + score.month();
    }
}
