package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseConsultations.Countersign;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Asking colleagues and departments to sign, and taking it back. */
@Component
class Countersigns {

    private final CaseActions actions;
    private final Questions questions;
    private final Signatures signatures;
    private final AskableDepartments departments;
    private final AskedTasks tasks;
    private final Accounts accounts;
    private final Rights rights;

    Countersigns(
            CaseActions actions,
            Questions questions,
            Signatures signatures,
            AskableDepartments departments,
            AskedTasks tasks,
            Accounts accounts,
            Rights rights) {
        this.actions = actions;
        this.questions = questions;
        this.signatures = signatures;
        this.departments = departments;
        this.tasks = tasks;
        this.accounts = accounts;
        this.rights = rights;
    }

    /** Somebody who is asked: a department, or a colleague of the own one. */
    private record Asked(
            DepartmentId department,
            @Nullable Long account,
            @Nullable String name) {}

    CaseOutcome ask(TaskId id, Countersign asked, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var busy = SpecialProcedures.notOpen(loaded, task, user);
            var refusal = busy == null ? refusal(loaded, task, asked, user) : busy;
            return refusal == null ? ask(loaded, task, asked, by) : new Plan.Refuse(refusal);
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Countersign asked, CurrentUser user) {
        if (asked.asked() == 0) {
            return new CaseOutcome.NobodyAsked();
        }
        var known = departments.of(loaded, task).stream().map(Department::id).toList();
        for (var department : asked.departments()) {
            if (!known.contains(department)) {
                return new CaseOutcome.NotAskable(departments.name(department));
            }
        }
        if (asked.colleagues().contains(user.id())) {
            return new CaseOutcome.OwnRequest();
        }
        var needed = asked.needed();
        if (needed != null && (needed < 1 || needed > asked.asked())) {
            return new CaseOutcome.ImpossibleCount(asked.asked());
        }
        var given = Reasons.length(asked.matter());
        return given < Reasons.SHORTEST
                ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST)
                : tasks.wrongDay(task, asked.dueOn());
    }

    private Plan ask(LoadedCase loaded, TaskRow task, Countersign asked, Doer by) {
        var change = actions.change(loaded, by);
        var request = new AskedTasks.Request(questions.of(loaded).size(), asked.matter(), asked.dueOn());
        var group = signatures.groups(loaded).size() + 1;
        var all = asked(task, asked);
        var needed = asked.needed() == null ? all.size() : asked.needed();
        for (var one : all) {
            var signing = new Opinion.Signing(group, needed, one.account());
            var signature = tasks.ask(
                    loaded, change, task, request, new AskedTasks.Asked(one.department(), signing, one.name()));
            change.tell(EventKind.SIGN_ASKED, signatures.told(loaded, signature));
        }
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.ask_to_sign", loaded)
                        .with("step", task.step())
                        .with("asked", all.size())
                        .with("needed", needed)
                        .because(asked.matter().strip()));
    }

    private List<Asked> asked(TaskRow task, Countersign asked) {
        var all = new ArrayList<Asked>();
        asked.departments().stream().distinct().forEach(one -> all.add(new Asked(one, null, null)));
        for (var account : asked.colleagues().stream().distinct().toList()) {
            var colleague = colleague(account);
            rights.requireTask(colleague, task);
            all.add(new Asked(task.department(), account.value(), colleague.name()));
        }
        return all;
    }

    private CurrentUser colleague(AccountId account) {
        return accounts.findUser(account)
                .orElseThrow(() -> new ProblemException(IdentityProblem.ACCOUNT_NOT_FOUND, account.value()));
    }

    CaseOutcome takeBack(CaseNumber number, int group, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            var signed = signatures.groups(loaded).get(group);
            if (signed == null) {
                throw new ProblemException(CaseworkProblem.OPINION_NOT_FOUND, number.value(), String.valueOf(group));
            }
            var first = signed.getFirst();
            var task = Decisions.require(loaded, new TaskId(number, first.forTask()));
            rights.requireTask(user, task);
            if (Countersigning.of(signed) != Countersigning.ASKED) {
                return new Plan.Refuse(new CaseOutcome.QuestionEnded());
            }
            var busy = SpecialProcedures.notOpen(loaded, task, user);
            if (busy != null) {
                return new Plan.Refuse(busy);
            }
            var change = actions.change(loaded, by);
            signed.stream()
                    .filter(Opinion::open)
                    .forEach(one -> Questions.end(loaded, change, one, Opinion.State.TAKEN_BACK));
            change.tell(EventKind.SIGN_TAKEN_BACK, java.util.Map.of("step", task.step(), "title", task.title()));
            return new Plan.Change(
                    change,
                    CaseActions.record(by, "casework.take_back_signing", loaded).with("group", group));
        });
    }
}
