package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.app.window.WindowProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.TaskId;

/** Where an action on the case page leads: to the page with what was done, or back with what was typed. */
@Component
class CaseAnswers {

    private final CasePages pages;
    private final CaseOutcomes outcomes;

    CaseAnswers(CasePages pages, CaseOutcomes outcomes) {
        this.pages = pages;
        this.outcomes = outcomes;
    }

    /** {@code done} names the sentence about what was done. */
    String answer(CaseNumber number, CaseForm form, String done, Asked asked, CaseOutcome outcome) {
        return answer(number, form, done, "reason", asked, outcome);
    }

    /** {@code reasons} is the field into which the reasons were written. */
    String answer(CaseNumber number, CaseForm form, String done, String reasons, Asked asked, CaseOutcome outcome) {
        return outcomes.faults(outcome, reasons, asked.locale())
                .map(faults -> refused(number, form, faults, asked))
                .orElse("redirect:/staff/cases/" + number.value() + "?done=" + done);
    }

    /** The same for a form that stands on the page once for each open step. */
    String moving(TaskId task, CaseForm form, String done, String reasons, Asked asked, CaseOutcome outcome) {
        return outcomes.faults(outcome, reasons, asked.locale())
                .map(faults -> refused(task.number(), form, CaseOutcomes.ofStep(faults, task.serial()), asked))
                .orElse("redirect:/staff/cases/" + task.number().value() + "?done=" + done);
    }

    /** The same for the form that asks for signatures. */
    String signing(CaseNumber number, CaseForm form, Asked asked, CaseOutcome outcome) {
        return outcomes.faults(outcome, "matter", asked.locale())
                .map(faults -> refused(number, form, CaseOutcomes.ofSigning(faults), asked))
                .orElse("redirect:/staff/cases/" + number.value() + "?done=sign-asked");
    }

    String refused(CaseNumber number, CaseForm form, List<FieldFault> faults, Asked asked) {
        asked.response().setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        asked.model().addAttribute("page", pages.page(number, asked.user(), asked.locale(), form, faults, ""));
        return "window/case";
    }

    static CaseNumber caseNumber(String text) {
        return CaseNumber.parse(text).orElseThrow(() -> new ProblemException(WindowProblem.NOT_A_CASE));
    }

    static TaskId taskId(String text) {
        return TaskId.parse(text).orElseThrow(() -> new ProblemException(WindowProblem.NOT_A_TASK));
    }
}
