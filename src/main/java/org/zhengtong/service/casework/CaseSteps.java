package org.zhengtong.service.casework;

import java.util.List;
import org.zhengtong.base.identity.CurrentUser;

/**
 * Moving a case inside its procedure's tree; each action is one transaction, like those of {@link Cases}. Whoever may decide
 * a step may do so, and the lead department for every open step.
 */
public interface CaseSteps {

    /** The open steps that this user can send back, each with where to. */
    List<Returnable> returnable(CaseNumber number, CurrentUser by);

    /**
     * Sends the case back to a step that was done before (退回): that step and all that comes after it is to be done again,
     * lanes beside it stay as they are.
     */
    CaseOutcome sendBack(TaskId task, SendBack back, CurrentUser by);

    /** An open step and where it can be sent back to; {@code task} is the open step's. */
    record Returnable(TaskId task, String title, String department, List<Place> places) {}

    /** A step done before: {@code step} is its key, {@link ClockView#INTAKE} for the intake. */
    record Place(String step, String title, String department) {}

    /**
     * Where to and why.
     *
     * @param reason at least ten characters, for staff alone
     */
    record SendBack(String step, String reason) {}
}
