package org.zhengtong.service.casework;

import java.util.List;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Moving a case inside its procedure's tree; each action is one transaction, like those of {@link Cases}. Whoever may decide
 * a step may do so, and the lead department for every open step.
 */
public interface CaseSteps {

    /** The open steps that this user can send back or put a step before, each with where to. */
    List<Movable> movable(CaseNumber number, CurrentUser by);

    /** Steps that were added for this case and that this user can take back. */
    List<Added> added(CaseNumber number, CurrentUser by);

    /**
     * Sends the case back to a step that was done before (退回): that step and all that comes after it is to be done again,
     * lanes beside it stay as they are.
     */
    CaseOutcome sendBack(TaskId task, SendBack back, CurrentUser by);

    /** Adds a step before an open one or beside it (加办), for this case alone. */
    CaseOutcome add(TaskId task, Add add, CurrentUser by);

    /** Takes an added step back while nobody has done it. */
    CaseOutcome takeBack(CaseNumber number, int serial, CurrentUser by);

    /**
     * An open step, where it can be sent back to, and which departments can do a step that is added to it; {@code task} is the
     * open step's.
     */
    record Movable(
            TaskId task,
            String title,
            String department,
            List<Place> places,
            List<CaseConsultations.Askable> departments) {}

    /** An added step with its number among those of the case. */
    record Added(int serial, String title, String department) {}

    /**
     * A step to add.
     *
     * @param days working days, no more than the joint clock has left
     * @param beside whether it is done beside the open step, or before it
     * @param reason what is to be done and why, at least ten characters, for staff alone
     */
    record Add(String title, DepartmentId department, int days, boolean beside, String reason) {}

    /** A step done before: {@code step} is its key, {@link ClockView#INTAKE} for the intake. */
    record Place(String step, String title, String department) {}

    /**
     * Where to and why.
     *
     * @param reason at least ten characters, for staff alone
     */
    record SendBack(String step, String reason) {}
}
