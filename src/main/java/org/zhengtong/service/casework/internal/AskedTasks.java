package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.TaskState;

/** Tasks beside the tree for those who are asked: no step of it, and without a clock. */
@Component
class AskedTasks {

    private final AskableDepartments departments;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;
    private final Texts texts;

    AskedTasks(AskableDepartments departments, WorkingCalendar calendar, CaseClock clocks, Texts texts) {
        this.departments = departments;
        this.calendar = calendar;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** Why nothing can be asked by this day; null when it can. */
    @Nullable
    CaseOutcome wrongDay(TaskRow task, LocalDate dueOn) {
        var today = clocks.today();
        var last = task.dueOn();
        if (dueOn.isBefore(today) || (last != null && dueOn.isAfter(last))) {
            return new CaseOutcome.AnswerDay(today, last);
        }
        return calendar.isWorkingDay(dueOn) ? null : new CaseOutcome.DayOff(dueOn);
    }

    /** What is asked, and how many questions and signatures the case had before. */
    record Request(int before, String words, LocalDate dueOn) {}

    /** Who is asked: a department, or a colleague by name. */
    record Asked(
            DepartmentId department,
            Opinion.@Nullable Signing signing,
            @Nullable String signerName) {}

    /** Asks one of them for a task: the question, and a task beside the tree. */
    Opinion ask(LoadedCase loaded, CaseChange change, TaskRow task, Request request, Asked who) {
        var many = change.questions().asked.size();
        var signing = who.signing();
        var asked = new Opinion(
                request.before() + many + 1,
                loaded.nextSerial() + many,
                task.serial(),
                task.title(),
                task.department(),
                who.department(),
                request.words().strip(),
                request.dueOn(),
                Opinion.State.ASKED,
                change.at,
                change.by.account(),
                String.valueOf(change.by.name()),
                null,
                null,
                null,
                null,
                signing);
        change.questions().asked.add(asked);
        change.opened.add(task(asked, change.at).heldBy(signing == null ? null : signing.signer(), who.signerName()));
        return asked;
    }

    private TaskRow task(Opinion asked, Instant at) {
        var signing = asked.signing() != null;
        var step = new Block.Step(
                signing ? Opinion.SIGN_STEP : Opinion.STEP,
                texts.say(Locale.SIMPLIFIED_CHINESE, signing ? "casework.sign.task" : "casework.opinion.task"),
                signing ? Block.StepKind.SIGN : Block.StepKind.OPINION,
                asked.department().value(),
                false,
                null,
                null,
                null,
                null,
                null);
        return TaskRow.open(asked.task(), step, asked.department(), asked.dueOn(), at);
    }

    /** For the history that the applicant reads too: who was asked, not what. */
    Map<String, String> told(Opinion one, String step) {
        return Map.of(
                "step",
                step,
                "title",
                one.stepTitle(),
                "asked",
                departments.name(one.department()),
                "serial",
                String.valueOf(one.serial()));
    }

    static String stepOf(LoadedCase loaded, Opinion one) {
        return loaded.findTask(one.forTask()).map(TaskRow::step).orElse("");
    }

    /** Why an asked task cannot be answered by this user; null when it can. */
    static @Nullable CaseOutcome over(LoadedCase loaded, TaskRow task, long account) {
        var doneAt = task.doneAt();
        if (!task.kind().beside() || task.kind() == Block.StepKind.CHECK) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (task.state() == TaskState.DONE && doneAt != null) {
            var what = task.kind() == Block.StepKind.SIGN ? EventKind.SIGNED : EventKind.OPINION_GIVEN;
            return new CaseOutcome.AlreadyDone(String.valueOf(task.doneByName()), doneAt, what);
        }
        if (loaded.file().state() == CaseState.SUSPENDED) {
            return new CaseOutcome.NotPossible(CaseState.SUSPENDED);
        }
        if (task.state() != TaskState.OPEN || loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.QuestionEnded();
        }
        return task.holder() != null && task.holder() != account
                ? new CaseOutcome.HeldBy(String.valueOf(task.holderName()))
                : null;
    }
}
