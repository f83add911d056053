package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.SpecialProcedureEnded;
import org.zhengtong.service.casework.SpecialProcedureStarted;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Starts and ends special procedures (行政许可法 第四十五条): the task waits, its clock and the joint clock stand still. */
@Component
class SpecialProcedures {

    private final CaseActions actions;
    private final LimitStore store;
    private final MovedLimits limits;
    private final CaseClock clocks;
    private final Rights rights;

    SpecialProcedures(CaseActions actions, LimitStore store, MovedLimits limits, CaseClock clocks, Rights rights) {
        this.actions = actions;
        this.store = store;
        this.limits = limits;
        this.clocks = clocks;
        this.rights = rights;
    }

    CaseOutcome start(TaskId id, CaseLimits.Start start, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var procedures = store.procedures(loaded.key());
            var running = running(procedures, task);
            var refusal = running.isPresent() ? outcome(running.get()) : refusal(loaded, task, start, user);
            return refusal == null ? start(loaded, task, start, procedures, by) : new Plan.Refuse(refusal);
        });
    }

    /** The special procedure that the task waits for. */
    private static Optional<SpecialProcedure> running(List<SpecialProcedure> procedures, TaskRow task) {
        return procedures.stream()
                .filter(one -> one.running() && one.task() == task.serial())
                .findFirst();
    }

    private static CaseOutcome outcome(SpecialProcedure running) {
        return new CaseOutcome.InSpecialProcedure(running.kind(), running.startedOn(), running.expectedOn());
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, CaseLimits.Start start, CurrentUser user) {
        var busy = notOpen(loaded, task, user);
        if (busy != null) {
            return busy;
        }
        var given = Reasons.length(start.reason());
        if (given < Reasons.SHORTEST) {
            return new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST);
        }
        return start.expectedOn().isBefore(clocks.today()) ? new CaseOutcome.DayNotAhead(clocks.today()) : null;
    }

    /** Why nothing can be done about the limits of this task; null when it can. */
    static @Nullable CaseOutcome notOpen(LoadedCase loaded, TaskRow task, CurrentUser user) {
        var over = Decisions.over(loaded, task);
        if (over != null) {
            return over;
        }
        var open = task.state() == TaskState.OPEN || task.state() == TaskState.WAITING;
        if (!open || !task.kind().inTree() || loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        return task.holder() != null && task.holder() != user.id().value()
                ? new CaseOutcome.HeldBy(String.valueOf(task.holderName()))
                : null;
    }

    private Plan start(
            LoadedCase loaded, TaskRow task, CaseLimits.Start start, List<SpecialProcedure> before, Doer by) {
        var change = actions.change(loaded, by);
        var started = new SpecialProcedure(
                before.size() + 1,
                task.serial(),
                task.step(),
                task.title(),
                start.kind(),
                start.reason().strip(),
                change.on,
                start.expectedOn(),
                String.valueOf(by.name()),
                null,
                null,
                null,
                null);
        var after = new ArrayList<>(before);
        after.add(started);
        change.limits()
                .started
                .add(new LimitChange.Started(
                        started.serial(), task, start.kind(), started.reason(), start.expectedOn()));
        var clock = limits.move(loaded, change, task.step(), after);
        change.changed.add(task.in(TaskState.WAITING, clock.dueOn()));
        var facts = facts(started);
        change.tell(EventKind.SPECIAL_PROCEDURE_STARTED, facts);
        change.limits()
                .papers
                .add(new LimitChange.Paper(
                        DocumentKind.SPECIAL_PROCEDURE_NOTICE,
                        started.serial(),
                        task.department().value(),
                        facts));
        change.news.add(new SpecialProcedureStarted(
                loaded.file().number(),
                start.kind(),
                start.expectedOn(),
                loaded.file().applicant().account()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.start_special_procedure", loaded)
                        .with("step", task.step())
                        .with("kind", start.kind())
                        .with("expected", start.expectedOn())
                        .because(started.reason()));
    }

    private static Map<String, String> facts(SpecialProcedure started) {
        return Map.of(
                "serial", String.valueOf(started.serial()),
                "step", started.step(),
                "title", started.stepTitle(),
                "procedure", started.kind().name(),
                "reason", started.reason(),
                "from", started.startedOn().toString(),
                "expected", started.expectedOn().toString());
    }

    CaseOutcome end(TaskId id, CaseLimits.End end, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var busy = notOpen(loaded, task, user);
            if (busy != null) {
                return new Plan.Refuse(busy);
            }
            var procedures = store.procedures(loaded.key());
            var running = running(procedures, task);
            if (running.isEmpty()) {
                return new Plan.Refuse(new CaseOutcome.NoSpecialProcedure());
            }
            return end.result().isBlank()
                    ? new Plan.Refuse(new CaseOutcome.ResultMissing())
                    : end(loaded, task, end, procedures, running.get(), by);
        });
    }

    private Plan end(
            LoadedCase loaded,
            TaskRow task,
            CaseLimits.End end,
            List<SpecialProcedure> before,
            SpecialProcedure running,
            Doer by) {
        var change = actions.change(loaded, by);
        var after = before.stream()
                .map(one -> one.equals(running) ? one.endedOn(change.on) : one)
                .toList();
        change.limits()
                .ended
                .add(new LimitChange.Ended(
                        running.serial(), end.result().strip(), end.opinion().strip()));
        var clock = limits.move(loaded, change, task.step(), after);
        change.changed.add(task.in(TaskState.OPEN, clock.dueOn()));
        change.tell(
                EventKind.SPECIAL_PROCEDURE_ENDED,
                Map.of(
                        "step", task.step(),
                        "title", task.title(),
                        "procedure", running.kind().name(),
                        "reason", end.result().strip(),
                        "to", String.valueOf(clock.dueOn())));
        change.news.add(new SpecialProcedureEnded(
                loaded.file().number(),
                running.kind(),
                loaded.file().applicant().account()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.end_special_procedure", loaded)
                        .with("step", task.step())
                        .with("kind", running.kind())
                        .because(end.result().strip()));
    }

    /** Why a task cannot be decided now. */
    CaseOutcome inProcedure(LoadedCase loaded, TaskRow task) {
        return running(store.procedures(loaded.key()), task)
                .map(SpecialProcedures::outcome)
                .orElseGet(() -> new CaseOutcome.NotPossible(loaded.file().state()));
    }
}
