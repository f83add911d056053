package org.zhengtong.app.window.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.service.casework.CaseSteps;

/** What staff does about the way a case takes: send it back to an earlier step. */
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
        return answers.answer(
                id.number(),
                form,
                "sent-back",
                "back-reason-" + id.serial(),
                asked,
                steps.sendBack(id, back, asked.user()));
    }
}
