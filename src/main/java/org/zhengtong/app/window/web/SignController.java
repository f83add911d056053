package org.zhengtong.app.window.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseConsultations;

/** What staff does about countersigning: ask colleagues and departments to sign, and take it back. */
@Controller
class SignController {

    private final CaseConsultations consultations;
    private final CaseAnswers answers;
    private final CaseOutcomes outcomes;

    SignController(CaseConsultations consultations, CaseAnswers answers, CaseOutcomes outcomes) {
        this.consultations = consultations;
        this.answers = answers;
        this.outcomes = outcomes;
    }

    @PostMapping("/staff/tasks/{task}/countersigns")
    String ask(@PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var day = form.signDay();
        if (day == null) {
            return answers.refused(id.number(), form, outcomes.signDayUnreadable(asked.locale()), asked);
        }
        var request = new CaseConsultations.Countersign(
                departments(id, form, asked), colleagues(form), form.needed(), form.matterText(), day);
        return answers.signing(id.number(), form, asked, consultations.countersign(id, request, asked.user()));
    }

    private List<DepartmentId> departments(org.zhengtong.service.casework.TaskId task, CaseForm form, Asked asked) {
        return consultations.askable(task, asked.user()).stream()
                .map(CaseConsultations.Askable::id)
                .filter(one -> form.signers().contains(one.value()))
                .toList();
    }

    private static List<AccountId> colleagues(CaseForm form) {
        return form.signers().stream()
                .filter(one -> one.matches("[1-9][0-9]{0,17}"))
                .map(one -> new AccountId(Long.parseLong(one)))
                .toList();
    }

    @PostMapping("/staff/cases/{number}/countersigns/{group}/taking-back")
    String takeBack(
            @PathVariable String number, @PathVariable int group, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answers.answer(
                id,
                CaseForm.EMPTY,
                "sign-taken-back",
                asked,
                consultations.takeBackCountersign(id, group, asked.user()));
    }
}
