package org.zhengtong.service.casework.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Who has a task in hand. */
@Component
class Holding {

    private final CaseActions actions;
    private final Rights rights;
    private final Accounts accounts;

    Holding(CaseActions actions, Rights rights, Accounts accounts) {
        this.actions = actions;
        this.rights = rights;
        this.accounts = accounts;
    }

    CaseOutcome claim(TaskId id, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = requireOwn(loaded, id, user);
            if (task.holder() != null) {
                return new Plan.Refuse(
                        task.holder() == user.id().value()
                                ? new CaseOutcome.Done(
                                        id.number(), loaded.file().state(), task.openedAt())
                                : new CaseOutcome.HeldBy(String.valueOf(task.holderName())));
            }
            return give(loaded, task, by, user, EventKind.CLAIMED, null);
        });
    }

    CaseOutcome release(TaskId id, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = requireOwn(loaded, id, user);
            if (task.holder() == null) {
                return new Plan.Refuse(
                        new CaseOutcome.Done(id.number(), loaded.file().state(), task.openedAt()));
            }
            if (task.holder() != user.id().value()) {
                return new Plan.Refuse(new CaseOutcome.HeldBy(String.valueOf(task.holderName())));
            }
            return give(loaded, task, by, null, EventKind.RELEASED, null);
        });
    }

    CaseOutcome transfer(TaskId id, AccountId colleague, String reason, CurrentUser user) {
        var by = Doer.of(user);
        var receiver = accounts.findUser(colleague)
                .orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND, colleague.value()));
        return actions.act(id.number(), by, loaded -> {
            var task = requireOwn(loaded, id, user);
            rights.requireTask(receiver, task);
            return give(loaded, task, by, receiver, EventKind.TRANSFERRED, reason.strip());
        });
    }

    private TaskRow requireOwn(LoadedCase loaded, TaskId id, CurrentUser user) {
        var task = Decisions.require(loaded, id);
        rights.requireTask(user, task);
        return task;
    }

    private static EventKind done(TaskRow task) {
        return switch (task.kind()) {
            case OPINION -> EventKind.OPINION_GIVEN;
            case SIGN -> EventKind.SIGNED;
            case VISIT -> EventKind.VISIT_FOUND;
            case CHECK -> EventKind.COMMITMENT_KEPT;
            case INTAKE, EXAMINE, DECIDE -> EventKind.STEP_GRANTED;
        };
    }

    private Plan give(
            LoadedCase loaded,
            TaskRow task,
            Doer by,
            @Nullable CurrentUser receiver,
            EventKind kind,
            @Nullable String reason) {
        var doneAt = task.doneAt();
        if (task.state() == TaskState.DONE && doneAt != null) {
            return new Plan.Refuse(new CaseOutcome.AlreadyDone(String.valueOf(task.doneByName()), doneAt, done(task)));
        }
        if (task.state() == TaskState.CANCELED) {
            return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
        }
        var change = actions.change(loaded, by);
        var name = receiver == null ? null : receiver.name();
        change.changed.add(task.heldBy(receiver == null ? null : receiver.id().value(), name));
        change.tell(
                kind,
                Map.of(
                        "step",
                        task.step(),
                        "title",
                        task.title(),
                        "to",
                        name == null ? "" : name,
                        "reason",
                        reason == null ? "" : reason));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework." + kind.name().toLowerCase(java.util.Locale.ROOT), loaded)
                        .with("step", task.step())
                        .because(reason));
    }
}
