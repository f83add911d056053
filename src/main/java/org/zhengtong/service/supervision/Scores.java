package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.DivisionLevel;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Monthly scores of departments: 100, less the points of cards that count, and points given by hand with a reason. A frozen month
 * is not computed again; what changes afterwards stands as a correction in the first month that is not frozen.
 */
public interface Scores {

    /** Needed to give points by hand and to freeze a month. */
    String KEEP_SCORE = "supervision.keep_score";

    BigDecimal BASE = new BigDecimal("100.0");

    /** Scores of all departments that had something to do in the month, by department. */
    List<MonthScore> month(YearMonth month, @Nullable DivisionCode within);

    MonthScore department(YearMonth month, DepartmentId department);

    /** The department's scores of the last months up to this one, oldest first; months without a score are left out. */
    List<MonthScore> trend(YearMonth upTo, int months, DepartmentId department);

    /** The mean of all departments of a division, of the last months up to this one, oldest first. */
    List<MonthMean> means(YearMonth upTo, int months, DivisionCode within);

    /** The best first. Months that are not over count as far as they have come. */
    List<LeagueRow> league(ScorePeriod period, DivisionCode within, @Nullable DivisionLevel level);

    Optional<FrozenMonth> frozen(YearMonth month);

    /** The newest first. */
    List<FrozenMonth> frozenMonths();

    /** Computes the month anew from events; changes nothing. */
    ScoreCheck check(YearMonth month, DepartmentId department);

    ScoreOutcome givePoints(Given given, CurrentUser supervisor);

    ScoreOutcome takeBackPoints(long manualPoint, String reason, CurrentUser supervisor);

    /** Freezes the scores of all departments, after one more round of judging. */
    ScoreOutcome freeze(YearMonth month, CurrentUser supervisor);

    /** The mean of a month, to the second digit. */
    record MonthMean(YearMonth month, BigDecimal score) {}

    /** Points by hand. */
    record Given(YearMonth month, DepartmentId department, BigDecimal points, String reason) {}
}
