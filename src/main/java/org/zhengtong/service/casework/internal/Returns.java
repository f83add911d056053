package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSteps.SendBack;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.StepReturned;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Sends a case back to an earlier step: what came after it is undone, lanes beside it stay as they are. */
@Component
class Returns {

    /** For the window's second look; the clocks of the case run on meanwhile. */
    private static final TimeLimit RECHECK = TimeLimit.workingDays(1);

    private final CaseActions actions;
    private final Settlement settlement;
    private final SpecialProcedures pauses;
    private final Rights rights;
    private final Texts texts;

    Returns(CaseActions actions, Settlement settlement, SpecialProcedures pauses, Rights rights, Texts texts) {
        this.actions = actions;
        this.settlement = settlement;
        this.pauses = pauses;
        this.rights = rights;
        this.texts = texts;
    }

    /**
     * The steps an open task can be sent back to, those that would be open then: a result that a join does not need is not asked
     * for again. The intake is one when the window has not looked a second time.
     */
    List<String> places(LoadedCase loaded, TaskRow task) {
        var tree = loaded.procedure().tree();
        var results = loaded.results();
        var before = TreeOrder.before(tree, task.step());
        var places = new ArrayList<String>();
        var rechecked = before.stream().anyMatch(key -> step(tree, key).kind() == Block.StepKind.INTAKE);
        if (!rechecked && task.kind() != Block.StepKind.INTAKE) {
            places.add(ClockView.INTAKE);
        }
        before.stream()
                .filter(step -> results.containsKey(step) && opens(loaded, step))
                .forEach(places::add);
        return places;
    }

    private boolean opens(LoadedCase loaded, String target) {
        var results = loaded.results();
        results.keySet().removeAll(undone(loaded.procedure().tree(), target));
        return settlement.progress(loaded, results).open().contains(target);
    }

    /** The step and all that comes after it. */
    private static Set<String> undone(Block tree, String target) {
        var undone = new HashSet<>(TreeOrder.after(tree, target));
        undone.add(target);
        return undone;
    }

    private static Block.Step step(Block tree, String key) {
        return tree.steps().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    CaseOutcome sendBack(TaskId id, SendBack back, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTaskOrLead(user, loaded, task);
            var refusal = refusal(loaded, task, back, user);
            return refusal == null ? sendBack(loaded, task, back, by) : new Plan.Refuse(refusal);
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, SendBack back, CurrentUser user) {
        var over = Decisions.over(loaded, task);
        if (over != null) {
            return over;
        }
        if (MovedLimits.paused(task)) {
            return pauses.inProcedure(loaded, task);
        }
        if (task.state() != TaskState.OPEN || !task.inTree() || loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (task.holder() != null && task.holder() != user.id().value() && !rights.leads(user, loaded)) {
            return new CaseOutcome.HeldBy(String.valueOf(task.holderName()));
        }
        if (!places(loaded, task).contains(back.step())) {
            return new CaseOutcome.NoWayBack();
        }
        var given = Reasons.length(back.reason());
        return given < Reasons.SHORTEST ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST) : null;
    }

    private Plan sendBack(LoadedCase loaded, TaskRow task, SendBack back, Doer by) {
        var change = actions.change(loaded, by);
        // the clocks of steps that are done again are no longer those of the procedure
        change.limits();
        var intake = ClockView.INTAKE.equals(back.step());
        var there = intake ? rechecked(loaded, change, task, back.reason().strip()) : loaded;
        var target = intake ? there.added().getLast().key() : back.step();
        undo(there, change, task, target);
        var title = there.procedure().step(target).title();
        change.tell(
                EventKind.STEP_RETURNED,
                Map.of(
                        "step",
                        target,
                        "title",
                        title,
                        "from",
                        task.step(),
                        "stepTitle",
                        task.title(),
                        CaseViews.INNER,
                        back.reason().strip()));
        tell(loaded, change, task, target, title);
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.send_back", loaded)
                        .with("step", task.step())
                        .with("to", back.step())
                        .because(back.reason().strip()));
    }

    /** With a second look at the window, before all that leads to this step; looks that this one makes needless fall away. */
    private LoadedCase rechecked(LoadedCase loaded, CaseChange change, TaskRow task, String reason) {
        var serial = loaded.added().size() + 1;
        var recheck = new AddedStep(
                serial,
                ":recheck-" + serial,
                texts.say(Locale.SIMPLIFIED_CHINESE, "casework.recheck"),
                Block.StepKind.INTAKE,
                loaded.intake().department().value(),
                RECHECK,
                AddedStep.Place.FIRST,
                task.step(),
                AddedStep.State.BOUND,
                0);
        change.steps().added.add(new StepChange.Added(recheck, reason));
        var there = loaded.with(recheck);
        var after = TreeOrder.after(there.procedure().tree(), recheck.key());
        for (var one : loaded.added()) {
            if (one.bound() && one.recheck() && after.contains(one.key())) {
                var dropped = one.ended(AddedStep.State.DROPPED, recheck.serial());
                change.steps().ended.add(dropped);
                there = there.with(dropped);
            }
        }
        return there;
    }

    /** The target and what comes after it: results do not count any more, open tasks end, the way begins at the target. */
    private void undo(LoadedCase there, CaseChange change, TaskRow own, String target) {
        var undone = undone(there.procedure().tree(), target);
        change.steps().ended.forEach(dropped -> undone.add(dropped.key()));
        var ended = new HashSet<Integer>();
        for (var task : there.tasks()) {
            if (task.inTree() && undone.contains(task.step()) && !task.recalled()) {
                change.changed.add(undone(change, task, own, ended));
            }
        }
        var results = there.results();
        results.keySet().removeAll(undone);
        settlement.advance(there, change, results, ended);
    }

    private static TaskRow undone(CaseChange change, TaskRow task, TaskRow own, Set<Integer> ended) {
        if (task.state() == TaskState.OPEN || task.state() == TaskState.WAITING) {
            ended.add(task.serial());
            change.endClock(task.step(), true);
            return task.serial() == own.serial()
                    ? task.sentBack(change.by, change.at, change.on)
                    : task.in(TaskState.CANCELED, task.dueOn()).takenBack();
        }
        return task.takenBack();
    }

    /** Whoever did the step hears that it came back. */
    private static void tell(LoadedCase loaded, CaseChange change, TaskRow from, String target, String title) {
        loaded.tasks().stream()
                .filter(task -> task.step().equals(target) && task.state() == TaskState.DONE && !task.recalled())
                .forEach(task -> {
                    var doneBy = task.doneBy();
                    if (doneBy != null) {
                        change.news.add(
                                new StepReturned(loaded.file().number(), from.title(), title, new AccountId(doneBy)));
                    }
                });
        var intake = loaded.intake().doneBy();
        if (intake != null && !loaded.reached(target)) {
            change.news.add(new StepReturned(loaded.file().number(), from.title(), title, new AccountId(intake)));
        }
    }
}
