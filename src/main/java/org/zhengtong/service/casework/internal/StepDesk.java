package org.zhengtong.service.casework.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;

/** The front door of moves inside the tree: draws the transaction around each action. */
@Service
class StepDesk implements CaseSteps {

    private final CaseActions actions;
    private final Returns returns;
    private final Additions additions;
    private final Lanes lanes;
    private final Departments departments;
    private final Rights rights;

    StepDesk(
            CaseActions actions,
            Returns returns,
            Additions additions,
            Lanes lanes,
            Departments departments,
            Rights rights) {
        this.actions = actions;
        this.returns = returns;
        this.additions = additions;
        this.lanes = lanes;
        this.departments = departments;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Movable> movable(CaseNumber number, CurrentUser by) {
        var loaded = actions.require(number);
        if (!here(loaded)) {
            return List.of();
        }
        return loaded.openTasks().stream()
                .filter(task -> task.inTree() && task.state() == TaskState.OPEN && mayMove(loaded, task, by))
                .sorted(Comparator.comparing((TaskRow task) -> !rights.mayTask(by, task)))
                .map(task -> movable(loaded, task))
                .filter(one -> !one.places().isEmpty() || !one.departments().isEmpty())
                .toList();
    }

    private static boolean here(LoadedCase loaded) {
        return loaded.file().state() == CaseState.ACCEPTED && loaded.file().handledAt() == null;
    }

    private boolean mayMove(LoadedCase loaded, TaskRow task, CurrentUser by) {
        var free = task.holder() == null || task.holder() == by.id().value();
        return (free && rights.mayTask(by, task)) || rights.leads(by, loaded);
    }

    private Movable movable(LoadedCase loaded, TaskRow task) {
        var doers = task.kind() == Block.StepKind.INTAKE
                ? List.<CaseConsultations.Askable>of()
                : additions.doers(loaded, task).stream()
                        .map(id -> new CaseConsultations.Askable(id, name(id)))
                        .toList();
        return new Movable(
                new TaskId(loaded.file().number(), task.serial()),
                task.title(),
                name(task.department()),
                returns.places(loaded, task).stream()
                        .map(step -> place(loaded, step))
                        .toList(),
                doers);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Added> added(CaseNumber number, CurrentUser by) {
        var loaded = actions.require(number);
        if (!here(loaded)) {
            return List.of();
        }
        return loaded.added().stream()
                .filter(one -> one.bound()
                        && !one.recheck()
                        && Additions.refusal(loaded, one) == null
                        && additions.mine(loaded, one, by))
                .map(one -> new Added(one.serial(), one.title(), name(new DepartmentId(one.department()))))
                .toList();
    }

    private Place place(LoadedCase loaded, String step) {
        var title = ClockView.INTAKE.equals(step)
                ? loaded.procedure().intake().title()
                : loaded.procedure().step(step).title();
        return new Place(step, title, name(loaded, step));
    }

    private String name(LoadedCase loaded, String step) {
        var id = ClockView.INTAKE.equals(step)
                ? loaded.intake().department()
                : lanes.require(
                        loaded.procedure().step(step).department(),
                        loaded.file().jurisdiction());
        return name(id);
    }

    private String name(DepartmentId id) {
        return departments.find(id).map(one -> one.shortName()).orElse(id.value());
    }

    @Override
    @Transactional
    public CaseOutcome add(TaskId task, Add add, CurrentUser by) {
        return additions.add(task, add, by);
    }

    @Override
    @Transactional
    public CaseOutcome takeBack(CaseNumber number, int serial, CurrentUser by) {
        return additions.takeBack(number, serial, by);
    }

    @Override
    @Transactional
    public CaseOutcome sendBack(TaskId task, SendBack back, CurrentUser by) {
        return returns.sendBack(task, back, by);
    }
}
