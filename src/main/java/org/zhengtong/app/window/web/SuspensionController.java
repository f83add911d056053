package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseSuspensions;

/** Suspending a whole case and letting it go on (中止审批、恢复审批). */
@Controller
class SuspensionController {

    private final CaseSuspensions suspensions;
    private final CaseReading reading;
    private final SuspensionWords words;
    private final CaseWords cases;
    private final CaseOutcomes outcomes;

    SuspensionController(
            CaseSuspensions suspensions,
            CaseReading reading,
            SuspensionWords words,
            CaseWords cases,
            CaseOutcomes outcomes) {
        this.suspensions = suspensions;
        this.reading = reading;
        this.words = words;
        this.cases = cases;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/cases/{number}/suspension")
    String show(@PathVariable String number, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", page(CaseAnswers.caseNumber(number), user, locale, SuspensionForm.EMPTY, List.of()));
        return "window/suspension";
    }

    private SuspensionPage page(
            CaseNumber number, CurrentUser user, Locale locale, SuspensionForm typed, List<FieldFault> errors) {
        var view = reading.open(number, user);
        return new SuspensionPage(
                number.value(),
                view.file().applicant().name(),
                cases.step(view, locale),
                view.file().state(),
                suspensions.may(view.file(), user),
                words.events(view, locale),
                words.grounds(locale),
                typed,
                errors);
    }

    @PostMapping("/staff/cases/{number}/suspension")
    String suspend(
            @PathVariable String number,
            @ModelAttribute SuspensionForm form,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        if (form.dayUnreadable()) {
            return refused(id, form, outcomes.unreadable("resume-on", asked.locale()), asked);
        }
        var suspend = new CaseSuspensions.Suspend(form.groundText(), form.reasonText(), form.resumeDay());
        return answer(id, form, "suspended", "reason", asked, suspensions.suspend(id, suspend, asked.user()));
    }

    @PostMapping("/staff/cases/{number}/resumption")
    String resume(
            @PathVariable String number,
            @ModelAttribute SuspensionForm form,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answer(id, form, "goes-on", "outcome", asked, suspensions.resume(id, form.outcomeText(), asked.user()));
    }

    private String answer(
            CaseNumber number, SuspensionForm form, String done, String reasons, Asked asked, CaseOutcome outcome) {
        return outcomes.faults(outcome, reasons, asked.locale())
                .map(faults -> refused(number, form, CaseOutcomes.onDay(faults, "resume-on"), asked))
                .orElse("redirect:/staff/cases/" + number.value() + "?done=" + done);
    }

    private String refused(CaseNumber number, SuspensionForm form, List<FieldFault> faults, Asked asked) {
        asked.response().setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        asked.model().addAttribute("page", page(number, asked.user(), asked.locale(), form, faults));
        return "window/suspension";
    }
}
