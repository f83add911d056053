package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.TaskState;

/** A task as it is stored, without what it repeats of its case. */
record TaskRow(
        int serial,
        String step,
        String title,
        Block.StepKind kind,
        TaskState state,
        DepartmentId department,
        @Nullable Long holder,
        @Nullable String holderName,
        @Nullable LocalDate dueOn,
        Instant openedAt,
        @Nullable Instant doneAt,
        @Nullable LocalDate doneOn,
        @Nullable Long doneBy,
        @Nullable String doneByName,
        @Nullable Boolean granted,
        @Nullable Boolean inTime,
        boolean recalled) {

    /** Far behind every real day: where tasks without a running clock stand in lists. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static TaskRow open(int serial, Block.Step step, DepartmentId department, @Nullable LocalDate dueOn, Instant at) {
        return new TaskRow(
                serial,
                step.key(),
                step.title(),
                step.kind(),
                TaskState.OPEN,
                department,
                null,
                null,
                dueOn,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    TaskRow heldBy(@Nullable Long account, @Nullable String name) {
        return new TaskRow(
                serial,
                step,
                title,
                kind,
                state,
                department,
                account,
                name,
                dueOn,
                openedAt,
                doneAt,
                doneOn,
                doneBy,
                doneByName,
                granted,
                inTime,
                recalled);
    }

    TaskRow in(TaskState newState, @Nullable LocalDate newDueOn) {
        return new TaskRow(
                serial,
                step,
                title,
                kind,
                newState,
                department,
                holder,
                holderName,
                newDueOn,
                openedAt,
                doneAt,
                doneOn,
                doneBy,
                doneByName,
                granted,
                inTime,
                recalled);
    }

    TaskRow done(Doer by, Instant at, LocalDate on, @Nullable Boolean result) {
        return new TaskRow(
                serial,
                step,
                title,
                kind,
                TaskState.DONE,
                department,
                holder,
                holderName,
                dueOn,
                openedAt,
                at,
                on,
                by.account(),
                by.name(),
                result,
                dueOn == null || !on.isAfter(dueOn),
                recalled);
    }

    TaskRow takenBack() {
        return new TaskRow(
                serial,
                step,
                title,
                kind,
                state,
                department,
                holder,
                holderName,
                dueOn,
                openedAt,
                doneAt,
                doneOn,
                doneBy,
                doneByName,
                granted,
                inTime,
                true);
    }

    /** It does not count any more: its case went back to an earlier step, and it was not decided itself. */
    TaskRow sentBack(Doer by, Instant at, LocalDate on) {
        return done(by, at, on, null).in(TaskState.CANCELED, dueOn).takenBack();
    }

    /** Whether its result counts in the tree: a step of it, or the window's second look; the intake itself comes before. */
    boolean inTree() {
        return kind.inTree() || (kind == Block.StepKind.INTAKE && serial > 1);
    }

    LocalDate sortOn() {
        return dueOn == null ? NEVER : dueOn;
    }
}
