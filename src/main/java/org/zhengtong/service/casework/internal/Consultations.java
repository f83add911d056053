package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseConsultations.Answer;
import org.zhengtong.service.casework.CaseConsultations.Ask;
import org.zhengtong.service.casework.CaseConsultations.Askable;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.OpinionGiven;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Questions to other departments, their answers, and taking one back. */
@Component
class Consultations {

    private final CaseActions actions;
    private final Questions questions;
    private final AskableDepartments departments;
    private final AskedTasks tasks;
    private final Signatures signatures;
    private final Rights rights;

    Consultations(
            CaseActions actions,
            Questions questions,
            AskableDepartments departments,
            AskedTasks tasks,
            Signatures signatures,
            Rights rights) {
        this.actions = actions;
        this.questions = questions;
        this.departments = departments;
        this.tasks = tasks;
        this.signatures = signatures;
        this.rights = rights;
    }

    List<Askable> askable(TaskId id, CurrentUser user) {
        var loaded = actions.require(id.number());
        var task = Decisions.require(loaded, id);
        rights.requireTask(user, task);
        return departments.of(loaded, task).stream()
                .map(one -> new Askable(one.id(), one.name()))
                .toList();
    }

    CaseOutcome ask(TaskId id, Ask ask, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var earlier = questions.of(loaded);
            var busy = SpecialProcedures.notOpen(loaded, task, user);
            var refusal = busy == null ? refusal(loaded, task, ask, earlier) : busy;
            return refusal == null ? ask(loaded, task, ask, earlier.size(), by) : new Plan.Refuse(refusal);
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Ask ask, List<Opinion> earlier) {
        if (ask.departments().isEmpty()) {
            return new CaseOutcome.NobodyAsked();
        }
        var known = departments.of(loaded, task).stream().map(Department::id).toList();
        for (var department : ask.departments()) {
            if (!known.contains(department)) {
                return new CaseOutcome.NotAskable(departments.name(department));
            }
            for (var one : earlier) {
                if (one.open()
                        && one.signing() == null
                        && one.forTask() == task.serial()
                        && one.department().equals(department)) {
                    return new CaseOutcome.AskedAlready(departments.name(department), one.askedName(), one.askedAt());
                }
            }
        }
        var given = Reasons.length(ask.question());
        return given < Reasons.SHORTEST
                ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST)
                : tasks.wrongDay(task, ask.dueOn());
    }

    private Plan ask(LoadedCase loaded, TaskRow task, Ask ask, int before, Doer by) {
        var change = actions.change(loaded, by);
        var request = new AskedTasks.Request(before, ask.question(), ask.dueOn());
        for (var department : ask.departments().stream().distinct().toList()) {
            var asked = tasks.ask(loaded, change, task, request, new AskedTasks.Asked(department, null, null));
            change.tell(EventKind.OPINION_ASKED, tasks.told(asked, task.step()));
            change.papers.add(new CaseChange.Paper(
                    DocumentKind.OPINION_REQUEST,
                    asked.serial(),
                    task.department(),
                    Map.of(
                            "to", departments.name(department),
                            "title", task.title(),
                            "question", asked.question(),
                            "due", asked.dueOn().toString())));
        }
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.ask_opinion", loaded)
                        .with("step", task.step())
                        .with("due", ask.dueOn())
                        .with(
                                "departments",
                                String.join(
                                        ",",
                                        ask.departments().stream()
                                                .map(DepartmentId::value)
                                                .toList()))
                        .because(ask.question().strip()));
    }

    CaseOutcome answer(TaskId id, Answer answer, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var refusal = refusal(loaded, task, answer, user);
            if (refusal != null) {
                return new Plan.Refuse(refusal);
            }
            return questions.of(loaded).stream()
                    .filter(one -> one.task() == task.serial() && one.open())
                    .findFirst()
                    .<Plan>map(one -> one.signing() == null
                            ? answer(loaded, task, one, answer, by)
                            : signatures.sign(loaded, task, one, answer, user))
                    .orElseGet(() -> new Plan.Refuse(new CaseOutcome.QuestionEnded()));
        });
    }

    private static @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Answer answer, CurrentUser user) {
        var over = AskedTasks.over(loaded, task, user.id().value());
        if (over != null) {
            return over;
        }
        var given = Reasons.length(answer.words());
        return answer.stance().needsWords() && given < Reasons.SHORTEST
                ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST)
                : null;
    }

    private Plan answer(LoadedCase loaded, TaskRow task, Opinion one, Answer answer, Doer by) {
        var change = actions.change(loaded, by);
        var words = answer.words().strip();
        change.changed.add(task.done(by, change.at, change.on, null));
        change.questions()
                .ended
                .add(new ConsultChange.Ended(one.serial(), Opinion.State.ANSWERED, answer.stance(), words));
        change.tell(EventKind.OPINION_GIVEN, tasks.told(one, AskedTasks.stepOf(loaded, one)));
        change.papers.add(new CaseChange.Paper(
                DocumentKind.OPINION_REPLY,
                one.serial(),
                task.department(),
                Map.of(
                        "to", departments.name(one.asking()),
                        "question", one.question(),
                        "stance", answer.stance().name(),
                        "words", words)));
        var askedBy = one.askedBy();
        if (askedBy != null) {
            change.news.add(new OpinionGiven(
                    loaded.file().number(),
                    departments.name(task.department()),
                    answer.stance(),
                    new AccountId(askedBy)));
        }
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.give_opinion", loaded)
                        .with("serial", one.serial())
                        .with("stance", answer.stance())
                        .because(words.isEmpty() ? null : words));
    }

    CaseOutcome takeBack(CaseNumber number, int serial, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            var one = questions.of(loaded).stream()
                    .filter(each -> each.serial() == serial && each.signing() == null)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            CaseworkProblem.OPINION_NOT_FOUND, number.value(), String.valueOf(serial)));
            var task = Decisions.require(loaded, new TaskId(number, one.forTask()));
            rights.requireTask(user, task);
            var refusal = refusal(loaded, task, one, user);
            return refusal == null ? takeBack(loaded, one, task, by) : new Plan.Refuse(refusal);
        });
    }

    private static @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Opinion one, CurrentUser user) {
        var endedAt = one.endedAt();
        if (one.state() == Opinion.State.ANSWERED && endedAt != null) {
            return new CaseOutcome.AlreadyDone(String.valueOf(one.endedName()), endedAt, EventKind.OPINION_GIVEN);
        }
        return one.open() ? SpecialProcedures.notOpen(loaded, task, user) : new CaseOutcome.QuestionEnded();
    }

    private Plan takeBack(LoadedCase loaded, Opinion one, TaskRow task, Doer by) {
        var change = actions.change(loaded, by);
        Questions.end(loaded, change, one, Opinion.State.TAKEN_BACK);
        change.tell(EventKind.OPINION_TAKEN_BACK, tasks.told(one, task.step()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.take_back_opinion", loaded).with("serial", one.serial()));
    }
}
