package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.TaskState;
import tools.jackson.databind.node.ObjectNode;

/** Checks whether a draft can become a case, and makes the case. */
@Component
class Admission {

    private final KnownProcedures procedures;
    private final Forms forms;
    private final Subjects subjects;
    private final Lanes lanes;
    private final CaseNumbers numbers;
    private final CaseClock clocks;
    private final Clock clock;

    Admission(
            KnownProcedures procedures,
            Forms forms,
            Subjects subjects,
            Lanes lanes,
            CaseNumbers numbers,
            CaseClock clocks,
            Clock clock) {
        this.procedures = procedures;
        this.forms = forms;
        this.subjects = subjects;
        this.lanes = lanes;
        this.numbers = numbers;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What came of the check. */
    sealed interface Result {
        record Refused(FilingOutcome outcome) implements Result {}

        record Admitted(CaseStore.NewCase filed, CaseChange change) implements Result {}
    }

    Result admit(Draft draft, CurrentUser by) {
        var procedure = procedures
                .findNumbered(draft.itemCode())
                .orElseThrow(() -> new ProblemException(
                        CaseworkProblem.ITEM_WITHOUT_PROCEDURE, draft.itemCode().value()));
        var form = procedures.currentForm(procedure.procedure().form());
        if (!form.version().equals(draft.formVersion())) {
            return new Result.Refused(new FilingOutcome.FormChanged(draft.formVersion(), form.version()));
        }
        var checked = forms.checkWhole(form, draft.answers());
        if (!checked.violations().isEmpty()) {
            return new Result.Refused(new FilingOutcome.Incomplete(checked.violations()));
        }
        var division = subjects.division(procedure.procedure(), draft);
        return laneWithout(procedure.procedure(), checked.settled(), draft.division())
                .<Result>map(
                        step -> new Result.Refused(new FilingOutcome.NoDepartment(step.title(), step.department())))
                .orElseGet(() -> admit(draft, procedure, new Handed(form, checked.settled()), division, by));
    }

    /** The application's settled answers to its form. */
    private record Handed(FormSchema form, ObjectNode answers) {}

    private Optional<Block.Step> laneWithout(Procedure procedure, ObjectNode answers, DivisionCode division) {
        return lanes.taken(procedure.tree(), answers).stream()
                .filter(step -> lanes.find(step.department(), division).isEmpty())
                .findFirst();
    }

    private Result admit(
            Draft draft, KnownProcedures.Numbered procedure, Handed in, DivisionCode division, CurrentUser by) {
        var key = numbers.next(division.value().substring(0, 6), clocks.today());
        var file = newCase(draft, procedure.procedure(), key, division, by);
        var filed = new CaseStore.NewCase(
                draft.id(),
                draft.version(),
                procedure.id(),
                file,
                draft.formKey(),
                in.form().version(),
                in.answers(),
                Materials.in(in.form(), in.answers()));
        return new Result.Admitted(filed, opening(procedure.procedure(), key, file, by));
    }

    private CaseFile newCase(Draft draft, Procedure procedure, long key, DivisionCode division, CurrentUser by) {
        return new CaseFile(
                CaseKey.number(key),
                procedure.key(),
                procedure.version(),
                draft.itemCode(),
                procedure.title(),
                division,
                draft.division(),
                lanes.lead(procedure, draft.division()),
                draft.channel(),
                CaseState.FILED,
                subjects.applicant(procedure, draft, by),
                clock.instant(),
                clocks.today(),
                null,
                false,
                null,
                null,
                null,
                procedure.licenseType(),
                null,
                lanes.handledAt(draft.itemCode(), draft.division()));
    }

    private CaseChange opening(Procedure procedure, long key, CaseFile file, CurrentUser by) {
        var change = CaseChange.filing(key, file, Doer.of(by), file.filedAt(), file.receivedOn());
        var window = lanes.require(procedure.intake().department(), file.jurisdiction());
        var intake = clocks.intake(procedure, window, file.receivedOn(), List.of());
        var task = TaskRow.open(1, intakeStep(procedure, window), window, intake.dueOn(), change.at);
        change.open(file.handledAt() == null ? task : task.in(TaskState.ELSEWHERE, task.dueOn()), intake);
        change.tell(
                EventKind.FILED,
                Map.of(
                        "channel",
                        file.channel().name(),
                        "contact",
                        file.applicant().contactName()));
        return change;
    }

    /** The intake as a step, so that its task is made like any other. */
    static Block.Step intakeStep(Procedure procedure, DepartmentId window) {
        var intake = procedure.intake();
        return new Block.Step(
                org.zhengtong.service.casework.ClockView.INTAKE,
                intake.title(),
                Block.StepKind.INTAKE,
                window.value(),
                false,
                null,
                intake.statutory(),
                intake.law(),
                null,
                null);
    }
}
