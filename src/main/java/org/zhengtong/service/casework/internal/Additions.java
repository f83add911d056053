package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSteps.Add;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Adds a step to one case, and takes it back. */
@Component
class Additions {

    private static final int LONGEST_TITLE = 60;

    private final CaseActions actions;
    private final Settlement settlement;
    private final MovedLimits limits;
    private final AskableDepartments departments;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;
    private final Rights rights;

    Additions(
            CaseActions actions,
            Settlement settlement,
            MovedLimits limits,
            AskableDepartments departments,
            WorkingCalendar calendar,
            CaseClock clocks,
            Rights rights) {
        this.actions = actions;
        this.settlement = settlement;
        this.limits = limits;
        this.departments = departments;
        this.calendar = calendar;
        this.clocks = clocks;
        this.rights = rights;
    }

    /** Who can do a step that is added to this one: its own department and those that it could ask. */
    List<DepartmentId> doers(LoadedCase loaded, TaskRow task) {
        var all = new ArrayList<DepartmentId>();
        all.add(task.department());
        departments.of(loaded, task).forEach(one -> all.add(one.id()));
        return all;
    }

    CaseOutcome add(TaskId id, Add add, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTaskOrLead(user, loaded, task);
            var refusal = refusal(loaded, task, add, user);
            return refusal == null ? add(loaded, task, add, by) : new Plan.Refuse(refusal);
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Add add, CurrentUser user) {
        var busy = SpecialProcedures.notOpen(loaded, task, user);
        if (busy != null && !(busy instanceof CaseOutcome.HeldBy && rights.leads(user, loaded))) {
            return busy;
        }
        if (task.state() != TaskState.OPEN) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (add.title().isBlank() || add.title().strip().length() > LONGEST_TITLE) {
            return new CaseOutcome.TitleMissing();
        }
        if (!doers(loaded, task).contains(add.department())) {
            return new CaseOutcome.NotAskable(departments.name(add.department()));
        }
        var most = most(loaded);
        if (add.days() < 1 || add.days() > most) {
            return new CaseOutcome.DaysBeyond(most);
        }
        var given = Reasons.length(add.reason());
        return given < Reasons.SHORTEST ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST) : null;
    }

    /** The working days that the joint clock has left, at least one; all of them while it stands still. */
    private int most(LoadedCase loaded) {
        var joint = limits.require(loaded, ClockView.JOINT);
        var last = joint.dueOn();
        if (last != null) {
            return Math.max(1, calendar.workingDaysBetween(clocks.today(), last));
        }
        var limit = joint.committed() == null ? joint.statutory() : joint.committed();
        return limit == null ? 1 : Math.max(1, limit.amount());
    }

    private Plan add(LoadedCase loaded, TaskRow task, Add add, Doer by) {
        var change = actions.change(loaded, by);
        // a step that is put off is counted by what is stored
        change.limits();
        var serial = loaded.added().size() + 1;
        var added = new AddedStep(
                serial,
                ":added-" + serial,
                add.title().strip(),
                Block.StepKind.EXAMINE,
                add.department().value(),
                TimeLimit.workingDays(add.days()),
                add.beside() ? AddedStep.Place.BESIDE : AddedStep.Place.BEFORE,
                task.step(),
                AddedStep.State.BOUND,
                0);
        change.steps().added.add(new StepChange.Added(added, add.reason().strip()));
        change.tell(EventKind.STEP_ADDED, told(loaded, added, add.reason().strip()));
        var ended = new HashSet<Integer>();
        if (!add.beside()) {
            change.changed.add(task.sentBack(by, change.at, change.on));
            change.endClock(task.step(), true);
            ended.add(task.serial());
        }
        settlement.advance(loaded.with(added), change, loaded.results(), ended);
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.add_step", loaded)
                        .with("step", task.step())
                        .with("title", added.title())
                        .with("department", added.department())
                        .with("days", add.days())
                        .with("place", added.place())
                        .because(add.reason().strip()));
    }

    private static Map<String, String> told(LoadedCase loaded, AddedStep added, String reason) {
        return Map.of(
                "step",
                added.key(),
                "title",
                added.title(),
                "stepTitle",
                loaded.procedure().step(added.anchor()).title(),
                CaseViews.INNER,
                reason);
    }

    /** Whether the user may take this step back: whoever does the step it was added to, or the lead. */
    boolean mine(LoadedCase loaded, AddedStep added, CurrentUser user) {
        return rights.leads(user, loaded)
                || loaded.tasks().stream()
                        .anyMatch(task -> task.step().equals(added.anchor()) && rights.mayTask(user, task));
    }

    /** Why an added step cannot be taken back; null when it can. */
    static @Nullable CaseOutcome refusal(LoadedCase loaded, AddedStep added) {
        var done = loaded.tasks().stream()
                .filter(task -> task.step().equals(added.key()) && task.state() == TaskState.DONE && !task.recalled())
                .findFirst();
        if (done.isPresent()) {
            return Decisions.over(loaded, done.get());
        }
        if (!added.bound()) {
            return new CaseOutcome.StepEnded();
        }
        return loaded.added().stream()
                .filter(one -> one.bound() && one.anchor().equals(added.key()))
                .findFirst()
                .<CaseOutcome>map(one -> new CaseOutcome.StepBuiltOn(one.title()))
                .orElse(null);
    }

    CaseOutcome takeBack(CaseNumber number, int serial, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            var added = loaded.added().stream()
                    .filter(one -> one.serial() == serial && !one.recheck())
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            CaseworkProblem.ADDED_STEP_NOT_FOUND, number.value(), String.valueOf(serial)));
            if (!mine(loaded, added, user)) {
                throw new ProblemException(CaseworkProblem.NOT_PERMITTED);
            }
            if (loaded.file().state() != CaseState.ACCEPTED) {
                return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
            }
            var refusal = refusal(loaded, added);
            return refusal == null ? takeBack(loaded, added, by) : new Plan.Refuse(refusal);
        });
    }

    private Plan takeBack(LoadedCase loaded, AddedStep added, Doer by) {
        var change = actions.change(loaded, by);
        change.limits();
        var gone = added.ended(AddedStep.State.TAKEN_BACK, loaded.added().size());
        change.steps().ended.add(gone);
        change.tell(EventKind.STEP_UNADDED, told(loaded, added, ""));
        var ended = new HashSet<Integer>();
        for (var task : loaded.openTasks()) {
            if (task.step().equals(added.key())) {
                change.changed.add(task.in(TaskState.CANCELED, task.dueOn()).takenBack());
                change.endClock(task.step(), true);
                ended.add(task.serial());
            }
        }
        settlement.advance(loaded.with(gone), change, loaded.results(), ended);
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.take_back_step", loaded)
                        .with("serial", added.serial())
                        .with("title", added.title()));
    }
}
