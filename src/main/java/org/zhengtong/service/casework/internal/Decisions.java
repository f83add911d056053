package org.zhengtong.service.casework.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Offered;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** The departments' decisions, and taking one back. */
@Component
class Decisions {

    /** How long a decision can be taken back. */
    static final Duration RECALL = Duration.ofMinutes(10);

    private final CaseActions actions;
    private final Settlement settlement;
    private final CaseClock clocks;
    private final MovedLimits limits;
    private final SpecialProcedures procedures;
    private final Signatures signatures;
    private final Rights rights;

    Decisions(
            CaseActions actions,
            Settlement settlement,
            CaseClock clocks,
            MovedLimits limits,
            SpecialProcedures procedures,
            Signatures signatures,
            Rights rights) {
        this.actions = actions;
        this.settlement = settlement;
        this.clocks = clocks;
        this.limits = limits;
        this.procedures = procedures;
        this.signatures = signatures;
        this.rights = rights;
    }

    CaseOutcome decide(TaskId id, Decision decision, String against, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = require(loaded, id);
            rights.requireTask(user, task);
            var refusal = refusal(loaded, task, decision, user);
            refusal = refusal == null ? signatures.refusal(loaded, task, decision, against) : refusal;
            if (refusal != null) {
                return new Plan.Refuse(refusal);
            }
            return decide(loaded, task, decision, against.strip(), by);
        });
    }

    /** What the case was accepted with besides. */
    Offered offered(LoadedCase loaded) {
        return settlement.offered(loaded);
    }

    static TaskRow require(LoadedCase loaded, TaskId id) {
        return loaded.findTask(id.serial())
                .orElseThrow(() -> new ProblemException(CaseworkProblem.TASK_NOT_FOUND, id.text()));
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Decision decision, CurrentUser user) {
        var over = over(loaded, task);
        if (over != null) {
            return over;
        }
        if (MovedLimits.paused(task)) {
            return procedures.inProcedure(loaded, task);
        }
        if (task.state() != TaskState.OPEN
                || !task.inTree()
                || (task.kind() == Block.StepKind.INTAKE && decision instanceof Decision.Denied)
                || loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (task.holder() != null && task.holder() != user.id().value()) {
            return new CaseOutcome.HeldBy(String.valueOf(task.holderName()));
        }
        return decision instanceof Decision.Denied denied
                ? Reasons.weakness(denied.reasons(), denied.remedies())
                : settlement.awaited(loaded, task);
    }

    /** Why nothing can be done about this task any more; null when it is not over, or the whole case is. */
    static @Nullable CaseOutcome over(LoadedCase loaded, TaskRow task) {
        var doneAt = task.doneAt();
        if (doneAt == null) {
            return task.state() == TaskState.CANCELED
                            && !task.kind().beside()
                            && loaded.file().state() == CaseState.ACCEPTED
                    ? new CaseOutcome.StepEnded()
                    : null;
        }
        var who = String.valueOf(task.doneByName());
        if (task.state() == TaskState.CANCELED) {
            return new CaseOutcome.SentBack(who, doneAt);
        }
        return new CaseOutcome.AlreadyDone(
                who, doneAt, Boolean.TRUE.equals(task.granted()) ? EventKind.STEP_GRANTED : EventKind.STEP_DENIED);
    }

    private Plan decide(LoadedCase loaded, TaskRow task, Decision decision, String against, Doer by) {
        var granted = decision instanceof Decision.Granted;
        var change = actions.change(loaded, by);
        change.changed.add(task.done(by, change.at, change.on, granted));
        change.endClock(task.step(), false);
        change.decisions.add(new CaseChange.Decided(task.serial(), decision));
        change.tell(
                task.kind() == Block.StepKind.INTAKE
                        ? EventKind.RECHECKED
                        : granted ? EventKind.STEP_GRANTED : EventKind.STEP_DENIED,
                told(task, decision, against));
        var results = new HashMap<>(loaded.results());
        results.put(task.step(), granted);
        settlement.advance(loaded, change, results, Set.of(task.serial()));
        var record = CaseActions.record(by, "casework.decide", loaded)
                .with("step", task.step())
                .with("granted", granted)
                .with("state", change.state)
                .because(
                        decision instanceof Decision.Denied denied
                                ? denied.reasons()
                                : against.isEmpty() ? null : against);
        return new Plan.Change(change, record);
    }

    private static Map<String, String> told(TaskRow task, Decision decision, String against) {
        var detail = new HashMap<>(Map.of("step", task.step(), "title", task.title(), "opinion", decision.opinion()));
        if (!against.isEmpty()) {
            detail.put(CaseViews.INNER, against);
        }
        return detail;
    }

    CaseOutcome recall(TaskId id, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = require(loaded, id);
            rights.requireTask(user, task);
            var until = recallUntil(loaded, task, user);
            var change = actions.change(loaded, by);
            if (until == null || change.at.isAfter(until)) {
                return new Plan.Refuse(new CaseOutcome.RecallClosed(until == null ? change.at : until));
            }
            var step = loaded.procedure().step(task.step());
            change.changed.add(task.takenBack());
            // its clock as if it had not ended: what stopped, extended or shortened it still holds
            change.open(
                    TaskRow.open(loaded.nextSerial(), step, task.department(), task.dueOn(), change.at)
                            .heldBy(user.id().value(), user.name()),
                    clocks.recounted(limits.require(loaded, step.key())));
            change.tell(EventKind.STEP_RECALLED, Map.of("step", task.step(), "title", task.title()));
            return new Plan.Change(
                    change, CaseActions.record(by, "casework.recall", loaded).with("step", task.step()));
        });
    }

    /** Until when the user can take this decision back; null when he cannot, because something followed from it. */
    @Nullable
    Instant recallUntil(LoadedCase loaded, TaskRow task, CurrentUser user) {
        var doneAt = task.doneAt();
        var own = task.doneBy() != null && task.doneBy() == user.id().value();
        if (loaded.file().state() != CaseState.ACCEPTED || doneAt == null || task.recalled() || !own) {
            return null;
        }
        if (task.granted() == null) {
            return null;
        }
        var before = new HashMap<>(loaded.results());
        before.remove(task.step());
        var openThen = new HashSet<>(settlement.progress(loaded, before).open());
        openThen.remove(task.step());
        var openNow = new HashSet<String>();
        loaded.openTasks().forEach(open -> openNow.add(open.step()));
        return openThen.equals(openNow) ? doneAt.plus(RECALL) : null;
    }
}
