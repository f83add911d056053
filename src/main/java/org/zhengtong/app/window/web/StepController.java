package org.zhengtong.app.window.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseSteps;

/** What staff does about the way a case takes: send it back to an earlier step, add a step, take that back. */
@Controller
class StepController {

    private final CaseSteps steps;
    private final CaseAnswers answers;

    StepController(CaseSteps steps, CaseAnswers answers) {
        this.steps = steps;
        this.answers = answers;
    }

    @PostMapping("/staff/tasks/{task}/return")
    String sendBack(
            @PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var back = new CaseSteps.SendBack(form.targetText(), form.becauseText());
        return answers.moving(id, form, "sent-back", "reason", asked, steps.sendBack(id, back, asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/added-steps")
    String add(@PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var doer = steps.movable(id.number(), asked.user()).stream()
                .flatMap(one -> one.departments().stream())
                .map(CaseConsultations.Askable::id)
                .filter(one -> one.value().equals(form.departmentText()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(org.zhengtong.app.window.WindowProblem.NOT_A_TASK));
        var add = new CaseSteps.Add(form.titleText(), doer, form.dayCount(), form.beside(), form.becauseText());
        return answers.moving(id, form, "step-added", "what", asked, steps.add(id, add, asked.user()));
    }

    @PostMapping("/staff/cases/{number}/added-steps/{serial}/taking-back")
    String takeBack(
            @PathVariable String number, @PathVariable int serial, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answers.answer(id, CaseForm.EMPTY, "step-taken-back", asked, steps.takeBack(id, serial, asked.user()));
    }
}
