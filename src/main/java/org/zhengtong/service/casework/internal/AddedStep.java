package org.zhengtong.service.casework.internal;

import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;

/**
 * A step that one case has beyond its procedure.
 *
 * @param serial counts a case's added steps, from 1
 * @param anchor key of the step in relation to which it stands
 * @param goneAfter how many had been added when it ended; 0 while it is bound
 */
record AddedStep(
        int serial,
        String key,
        String title,
        Block.StepKind kind,
        String department,
        TimeLimit committed,
        Place place,
        String anchor,
        State state,
        int goneAfter) {

    /** Where a step is put: first on the way to its anchor, right before it, or beside it. */
    enum Place {
        FIRST,
        BEFORE,
        BESIDE
    }

    /** Bound into the case's tree, taken back before it was done, or made needless by a return to an earlier place. */
    enum State {
        BOUND,
        TAKEN_BACK,
        DROPPED
    }

    boolean bound() {
        return state == State.BOUND;
    }

    /** The window looks through what it took in once more. */
    boolean recheck() {
        return kind == Block.StepKind.INTAKE;
    }

    /** Ended when so many had been added. */
    AddedStep ended(State newState, int after) {
        return new AddedStep(serial, key, title, kind, department, committed, place, anchor, newState, after);
    }

    /** As a step of a tree. */
    Block.Step step() {
        return new Block.Step(key, title, kind, department, false, committed, null, null, null, null);
    }
}
