package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A question to another department about a case (征求意见), and its answer. No clock stops for it, and no answer binds
 * whoever decides.
 *
 * @param serial counts the questions of a case, from 1
 * @param task the asked department's task
 * @param forTask the task for which it was asked
 * @param stepTitle of that task
 * @param asking the department that asks
 * @param department the department that is asked
 * @param dueOn the last day for the answer
 * @param stance what the department answered; null without an answer
 * @param signing of which countersign it is a signature; null for a question
 * @param endedAt when it was answered, taken back or no longer needed; null while it is open
 */
public record Opinion(
        int serial,
        int task,
        int forTask,
        String stepTitle,
        DepartmentId asking,
        DepartmentId department,
        String question,
        LocalDate dueOn,
        State state,
        Instant askedAt,
        @Nullable Long askedBy,
        String askedName,
        @Nullable Stance stance,
        @Nullable String words,
        @Nullable Instant endedAt,
        @Nullable String endedName,
        @Nullable Signing signing) {

    /** The step under which signatures stand in lists; no step of a procedure is called so. */
    public static final String SIGN_STEP = ":sign";

    /**
     * It is one signature of a countersign (会签).
     *
     * @param group which countersign of the case, from 1; its signatures have it in common
     * @param needed how many must agree
     * @param signer the colleague who was asked; null when any of the department signs
     */
    public record Signing(int group, int needed, @Nullable Long signer) {}

    /** The step under which tasks that ask for an opinion stand in lists; no step of a procedure is called so. */
    public static final String STEP = ":opinion";

    /** Whether an answer is still awaited. */
    public boolean open() {
        return state == State.ASKED;
    }

    /** Where a question stands: waiting, answered, taken back, or ended with the task for which it was asked. */
    public enum State {
        ASKED,
        ANSWERED,
        TAKEN_BACK,
        LAPSED
    }

    /** What a department thinks of it. */
    public enum Stance {
        AGREE,
        CONDITIONS,
        DISAGREE,
        NOT_CONCERNED;

        /** Whether it says nothing without words. */
        public boolean needsWords() {
            return this == CONDITIONS || this == DISAGREE;
        }
    }
}
