package org.zhengtong.app.window.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.TaskId;

/** What staff does about opinions of other departments: ask, answer, take a question back. */
@Controller
class ConsultController {

    private final CaseConsultations consultations;
    private final CaseAnswers answers;
    private final CaseOutcomes outcomes;

    ConsultController(CaseConsultations consultations, CaseAnswers answers, CaseOutcomes outcomes) {
        this.consultations = consultations;
        this.answers = answers;
        this.outcomes = outcomes;
    }

    @PostMapping("/staff/tasks/{task}/opinions")
    String ask(@PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var departments = new LinkedHashSet<DepartmentId>();
        var fault = choose(id, form, asked, departments);
        var day = form.answerDay();
        if (fault != null || day == null) {
            return answers.refused(
                    id.number(), form, fault == null ? outcomes.answerDayUnreadable(asked.locale()) : fault, asked);
        }
        var ask = new CaseConsultations.Ask(List.copyOf(departments), form.questionText(), day);
        return answers.answer(
                id.number(), form, "opinion-asked", "question", asked, consultations.ask(id, ask, asked.user()));
    }

    /** Those chosen from the list, and the one typed by its name; the fault when nobody is called so, or several are. */
    private @Nullable List<FieldFault> choose(TaskId id, CaseForm form, Asked asked, Set<DepartmentId> chosen) {
        var askable = consultations.askable(id, asked.user());
        askable.stream()
                .filter(one -> form.departments().contains(one.id().value()))
                .forEach(one -> chosen.add(one.id()));
        var typed = form.departmentText();
        if (typed.isEmpty()) {
            return null;
        }
        var exact = askable.stream().filter(one -> one.name().equals(typed)).toList();
        var found = exact.isEmpty()
                ? askable.stream().filter(one -> one.name().contains(typed)).toList()
                : exact;
        if (found.size() == 1) {
            chosen.add(found.getFirst().id());
            return null;
        }
        return outcomes.departmentUnclear(typed, found.size(), asked.locale());
    }

    @PostMapping("/staff/tasks/{task}/opinion")
    String answer(
            @PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var stance = form.stanceChosen();
        if (stance == null) {
            return answers.refused(id.number(), form, outcomes.stanceMissing(id.serial(), asked.locale()), asked);
        }
        return answers.answer(
                id.number(),
                form,
                "opinion-given",
                "words-" + id.serial(),
                asked,
                consultations.answer(id, new CaseConsultations.Answer(stance, form.wordsText()), asked.user()));
    }

    @PostMapping("/staff/cases/{number}/opinions/{serial}/taking-back")
    String takeBack(
            @PathVariable String number, @PathVariable int serial, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answers.answer(
                id, CaseForm.EMPTY, "opinion-taken-back", asked, consultations.takeBack(id, serial, asked.user()));
    }
}
