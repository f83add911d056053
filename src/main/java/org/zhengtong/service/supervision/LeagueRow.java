package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A department's place.
 *
 * @param rank equal scores share a rank
 * @param score the mean of its months, to the second digit
 * @param before the same of the period before; null when it had none
 * @param cards how many cards and corrections count
 * @param months how many months the mean is of
 */
public record LeagueRow(
        int rank,
        DepartmentId department,
        BigDecimal score,
        @Nullable BigDecimal before,
        int cards,
        int months) {}
