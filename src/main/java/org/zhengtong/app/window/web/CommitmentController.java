package org.zhengtong.app.window.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.service.casework.CaseOffers;

/** Recording what the check of a commitment found (告知承诺核查). */
@Controller
class CommitmentController {

    private final CaseOffers offers;
    private final CaseAnswers answers;
    private final CaseOutcomes outcomes;

    CommitmentController(CaseOffers offers, CaseAnswers answers, CaseOutcomes outcomes) {
        this.offers = offers;
        this.answers = answers;
        this.outcomes = outcomes;
    }

    @PostMapping("/staff/tasks/{task}/commitment-check")
    String check(
            @PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var stance = form.stance() == null ? "" : form.stance();
        if (!stance.equals("kept") && !stance.equals("broken")) {
            return answers.refused(id.number(), form, outcomes.findingMissing(asked.locale()), asked);
        }
        var finding = new CaseOffers.Finding(stance.equals("kept"), form.wordsText());
        return answers.answer(
                id.number(), form, "commitment-" + stance, "finding", asked, offers.check(id, finding, asked.user()));
    }
}
