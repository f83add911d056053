package org.zhengtong.service.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.TimeLimit;

/**
 * A request to extend a limit, and its answer (延长审批, 行政许可法 第四十二条).
 *
 * @param serial counts the requests of a case, from 1
 * @param step whose limit; {@link ClockView#JOINT} for the whole case
 * @param department whose head answers: the step's, or the lead department for the whole case
 * @param by how much longer, as the procedure allows it
 * @param answer why it was refused; null otherwise
 */
public record Extension(
        int serial,
        String step,
        String stepTitle,
        DepartmentId department,
        TimeLimit by,
        String law,
        String reason,
        State state,
        long askedBy,
        String askedName,
        Instant askedAt,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    /** Where a request stands. */
    public enum State {
        ASKED,
        APPROVED,
        REFUSED
    }
}
