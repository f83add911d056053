package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.supervision.FrozenMonth;

/**
 * What the public sees: frozen months, departments, rules; no case, no person, and no card under appeal.
 *
 * @param question what is shown; null when no month was frozen yet
 */
public record PublicLeaguePage(
        @Nullable LeagueQuestion question,
        String name,
        List<LeaguePage.Area> areas,
        List<FrozenMonth> months,
        List<LeaguePage.Row> rows) {

    /**
     * One department of a month.
     *
     * @param appealed cards under appeal, which are not among the groups
     */
    public record OfDepartment(
            FrozenMonth month,
            String department,
            String name,
            String area,
            BigDecimal base,
            BigDecimal score,
            List<ScorePage.Group> groups,
            int appealed,
            ScoreTrend trend) {}
}
