package org.zhengtong.service.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Somebody was reminded that an answer or a signature is still missing, one working day before the limit of the step.
 *
 * @param serial of the question in its case
 * @param who the colleague who was asked, or holds the task; null when all of the department are asked
 * @param dueOn the last day of the step for which it was asked
 */
public record AnswerReminded(
        CaseNumber number,
        int serial,
        boolean signing,
        String step,
        DepartmentId department,
        @Nullable AccountId who,
        LocalDate dueOn) {}
