package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * What a rule makes of events: a card that is, or would be, issued.
 *
 * @param subject number of the case or of the complaint
 * @param step which clock or step of it
 * @param countsOn the day on which events first met the rule; decides the month
 * @param endedOn when the late thing was done; null when it still waits, or when it is no matter of a clock
 */
public record Charge(
        SupervisionRule rule,
        String subject,
        String step,
        String title,
        String itemName,
        DivisionCode division,
        DepartmentId department,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate dueOn,
        boolean statutory,
        LocalDate countsOn,
        @Nullable LocalDate endedOn) {

    public CardLevel level() {
        return Optional.ofNullable(rule.level()).orElseThrow();
    }
}
