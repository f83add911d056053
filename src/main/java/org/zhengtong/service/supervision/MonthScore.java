package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A department's score of one month: the base and all its lines added up, nothing rounded and nothing cut off.
 *
 * @param points the sum of all lines
 */
public record MonthScore(
        YearMonth month,
        DepartmentId department,
        BigDecimal base,
        BigDecimal points,
        BigDecimal score,
        List<ScoreLine> lines) {

    public MonthScore {
        lines = List.copyOf(lines);
    }

    public static MonthScore of(YearMonth month, DepartmentId department, BigDecimal base, List<ScoreLine> lines) {
        var points = lines.stream().map(ScoreLine::points).reduce(BigDecimal.ZERO.setScale(1), BigDecimal::add);
        return new MonthScore(month, department, base, points, base.add(points), lines);
    }
}
