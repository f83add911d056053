package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A yellow or red card.
 *
 * @param subject number of the case or of the complaint
 * @param step which clock of the case; empty for the joint one
 * @param title what the clock is called
 * @param statutory whether the limit that was missed is the statutory one
 * @param countsOn the day on which events first met the rule; decides the month it counts for
 * @param judgedOn the day by which it was judged: of judging while the clock ran, else of its end
 * @param appealUntil last day for the department to disagree
 */
public record Card(
        CardId id,
        String ruleVersion,
        String ruleId,
        RuleKind kind,
        String subject,
        String step,
        String title,
        String itemName,
        DivisionCode division,
        DepartmentId department,
        CardLevel level,
        BigDecimal points,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate dueOn,
        boolean statutory,
        LocalDate countsOn,
        LocalDate judgedOn,
        int overdueDays,
        Instant issuedAt,
        LocalDate appealUntil,
        CardState state,
        @Nullable CardId replacedBy) {}
