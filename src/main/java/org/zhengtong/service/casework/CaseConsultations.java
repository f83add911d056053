package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Asking other departments for their opinion while a task is open (征求意见). The clocks run on and the procedure goes its
 * way as without it; each action is one transaction, like those of {@link Cases}.
 */
public interface CaseConsultations {

    /** Departments that can be asked for a task: those of the case's division and of the divisions above it, but its own. */
    List<Askable> askable(TaskId task, CurrentUser by);

    /** Asks departments; each gets a task in its inbox. */
    CaseOutcome ask(TaskId task, Ask ask, CurrentUser by);

    /** Answers; {@code task} is the asked department's. */
    CaseOutcome answer(TaskId task, Answer answer, CurrentUser by);

    /** Takes an open question back; the asked department's task ends. */
    CaseOutcome takeBack(CaseNumber number, int serial, CurrentUser by);

    /** Asks departments and colleagues to sign (会签); the step waits until enough agree, or enough cannot any more. */
    CaseOutcome countersign(TaskId task, Countersign asked, CurrentUser by);

    /** Takes a countersign back; its open signatures end. */
    CaseOutcome takeBackCountersign(CaseNumber number, int group, CurrentUser by);

    /**
     * Who signs, and how many of them must agree.
     *
     * @param colleagues of the task's own department
     * @param needed null for all of them
     * @param matter what it is about, at least ten characters
     * @param dueOn a working day, today or later, not after the task's own last day
     */
    record Countersign(
            List<DepartmentId> departments,
            List<AccountId> colleagues,
            @Nullable Integer needed,
            String matter,
            LocalDate dueOn) {
        public Countersign {
            departments = List.copyOf(departments);
            colleagues = List.copyOf(colleagues);
        }

        /** How many are asked. */
        public int asked() {
            return departments.size() + colleagues.size();
        }
    }

    /** A department that can be asked. */
    record Askable(DepartmentId id, String name) {}

    /**
     * A question.
     *
     * @param question at least ten characters
     * @param dueOn a working day, today or later, not after the task's own last day
     */
    record Ask(List<DepartmentId> departments, String question, LocalDate dueOn) {
        public Ask {
            departments = List.copyOf(departments);
        }
    }

    /** An answer; conditions and disagreement need words, at least ten characters. */
    record Answer(Opinion.Stance stance, String words) {}
}
