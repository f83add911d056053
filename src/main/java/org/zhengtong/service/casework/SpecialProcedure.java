package org.zhengtong.service.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A special procedure (特别程序) of a step: while it runs, the limits of the step and of the whole case stand still
 * (行政许可法 第四十五条).
 *
 * @param serial counts the special procedures of a case, from 1
 * @param task the task it was started for
 * @param expectedOn the last day the applicant was told to expect
 * @param startedBy name of who started it
 * @param endedOn the day from which days count again; null while it runs
 * @param result what came of it; null while it runs, and when it ended because the task was not needed any more
 */
public record SpecialProcedure(
        int serial,
        int task,
        String step,
        String stepTitle,
        Kind kind,
        String reason,
        LocalDate startedOn,
        LocalDate expectedOn,
        String startedBy,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy,
        @Nullable String result,
        @Nullable String opinion) {

    /** Whether it has not ended yet. */
    public boolean running() {
        return endedOn == null;
    }

    /** The same, with days counting again from {@code on}. */
    public SpecialProcedure endedOn(LocalDate on) {
        return new SpecialProcedure(
                serial,
                task,
                step,
                stepTitle,
                kind,
                reason,
                startedOn,
                expectedOn,
                startedBy,
                on,
                endedBy,
                result,
                opinion);
    }

    /** What the law names: 听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审. */
    public enum Kind {
        HEARING,
        BIDDING,
        AUCTION,
        INSPECTION,
        TESTING,
        QUARANTINE,
        APPRAISAL,
        EXPERT_REVIEW
    }
}
