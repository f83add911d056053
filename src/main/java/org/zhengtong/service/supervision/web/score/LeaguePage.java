package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.supervision.FrozenMonth;

/**
 * A league table.
 *
 * @param months to choose from
 * @param frozen the month's freezing when the table is of one month that is frozen
 * @param toFreeze the month that may be frozen now by this user; null when none may
 * @param appeals cards under appeal that would be frozen with it
 */
public record LeaguePage(
        LeagueQuestion question,
        String name,
        List<Area> areas,
        List<YearMonth> months,
        List<Row> rows,
        int total,
        ScoreTrend trend,
        @Nullable FrozenMonth frozen,
        @Nullable YearMonth toFreeze,
        long appeals,
        String faultKey,
        List<String> faultArgs) {

    /** A division to choose. */
    public record Area(DivisionCode code, String name) {}

    /** A department's line. */
    public record Row(
            int rank,
            String department,
            String name,
            String area,
            String score,
            @Nullable BigDecimal change,
            int cards,
            int months) {

        /** With its sign. */
        public String changeText() {
            var by = change;
            return by == null
                    ? "–"
                    : (by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "")
                            + by.abs().toPlainString();
        }
    }
}
