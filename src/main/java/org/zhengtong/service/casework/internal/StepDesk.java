package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
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
    private final Lanes lanes;
    private final Departments departments;
    private final Rights rights;

    StepDesk(CaseActions actions, Returns returns, Lanes lanes, Departments departments, Rights rights) {
        this.actions = actions;
        this.returns = returns;
        this.lanes = lanes;
        this.departments = departments;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Returnable> returnable(CaseNumber number, CurrentUser by) {
        var loaded = actions.require(number);
        if (loaded.file().state() != CaseState.ACCEPTED || loaded.file().handledAt() != null) {
            return List.of();
        }
        var found = new ArrayList<Returnable>();
        for (var task : loaded.openTasks()) {
            var own = rights.mayTask(by, task)
                    && (task.holder() == null || task.holder() == by.id().value());
            if (task.inTree() && task.state() == TaskState.OPEN && (own || rights.leads(by, loaded))) {
                var places = Returns.places(loaded, task).stream()
                        .map(step -> place(loaded, step))
                        .toList();
                if (!places.isEmpty()) {
                    found.add(new Returnable(
                            new TaskId(number, task.serial()), task.title(), name(loaded, task.step()), places));
                }
            }
        }
        return found;
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
                        loaded.procedure().step(step).department(), loaded.file().jurisdiction());
        return departments.find(id).map(one -> one.shortName()).orElse(id.value());
    }

    @Override
    @Transactional
    public CaseOutcome sendBack(TaskId task, SendBack back, CurrentUser by) {
        return returns.sendBack(task, back, by);
    }
}
