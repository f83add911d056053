package org.zhengtong.app.window.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.service.casework.CaseLimits;

/** What staff does about the limits of a case: special procedures, and more time asked for and answered. */
@Controller
class LimitController {

    private final CaseLimits limits;
    private final CaseAnswers answers;
    private final CaseOutcomes outcomes;

    LimitController(CaseLimits limits, CaseAnswers answers, CaseOutcomes outcomes) {
        this.limits = limits;
        this.answers = answers;
        this.outcomes = outcomes;
    }

    @PostMapping("/staff/tasks/{task}/special-procedure")
    String start(
            @PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var kind = form.kind();
        var expectedOn = form.expected();
        if (kind == null || expectedOn == null) {
            return answers.refused(id.number(), form, outcomes.startIncomplete(form, asked.locale()), asked);
        }
        var start = new CaseLimits.Start(kind, form.becauseText(), expectedOn);
        return answers.answer(
                id.number(), form, "paused", "special-reason", asked, limits.start(id, start, asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/special-procedure-result")
    String end(@PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var end = new CaseLimits.End(form.resultText(), form.opinionText());
        return answers.answer(id.number(), form, "resumed", asked, limits.end(id, end, asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/extension-request")
    String ask(@PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        return answers.answer(
                id.number(),
                form,
                "more-time-asked",
                "extension-reason",
                asked,
                limits.ask(id, form.joint(), form.becauseText(), asked.user()));
    }

    @PostMapping("/staff/cases/{number}/extensions/{serial}/approval")
    String approve(
            @PathVariable String number, @PathVariable int serial, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answers.answer(id, CaseForm.EMPTY, "extended", asked, limits.approve(id, serial, asked.user()));
    }

    @PostMapping("/staff/cases/{number}/extensions/{serial}/refusal")
    String refuse(
            @PathVariable String number,
            @PathVariable int serial,
            @ModelAttribute CaseForm form,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answers.answer(
                id,
                form,
                "not-extended",
                "answer-" + serial,
                asked,
                limits.refuse(id, serial, form.answerText(), asked.user()));
    }
}
