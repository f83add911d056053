package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.CaseVisits.FindingOutcome;

/** Joint site visits of a case (联合踏勘): planned, moved, called off, written up. */
@Controller
class VisitController {

    private final CaseVisits visits;
    private final CaseReading reading;
    private final VisitWords words;
    private final CaseWords cases;
    private final CaseOutcomes outcomes;

    VisitController(CaseVisits visits, CaseReading reading, VisitWords words, CaseWords cases, CaseOutcomes outcomes) {
        this.visits = visits;
        this.reading = reading;
        this.words = words;
        this.cases = cases;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/cases/{number}/visits")
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Locale locale,
            Model model) {
        var saved = done.matches("[a-z-]+") ? cases.texts().say(locale, "window.done." + done) : "";
        model.addAttribute(
                "page", page(CaseAnswers.caseNumber(number), user, locale, VisitForm.EMPTY, List.of(), saved));
        return "window/visits";
    }

    private VisitsPage page(
            CaseNumber number,
            CurrentUser user,
            Locale locale,
            VisitForm typed,
            List<FieldFault> errors,
            String saved) {
        var view = reading.open(number, user);
        var may = visits.may(number, user);
        var plannable = may && view.file().state() == CaseState.ACCEPTED;
        return new VisitsPage(
                number.value(),
                view.file().applicant().name(),
                cases.step(view, locale),
                plannable,
                words.visits(view, may, user, locale),
                plannable ? words.eligible(view, user) : List.of(),
                words.results(locale),
                typed,
                errors,
                saved);
    }

    @PostMapping("/staff/cases/{number}/visits")
    String plan(
            @PathVariable String number, @ModelAttribute VisitForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        var when = form.when();
        if (when == null) {
            return refused(id, form, outcomes.unreadable("held-on", asked.locale()), asked);
        }
        var plan = new CaseVisits.Plan(when, form.purposeText(), form.accounts());
        return answer(id, form, "visit-planned", "purpose", asked, visits.plan(id, plan, asked.user()));
    }

    @PostMapping("/staff/cases/{number}/visits/{serial}/time")
    String move(
            @PathVariable String number,
            @PathVariable int serial,
            @ModelAttribute VisitForm form,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        var when = form.when();
        if (when == null) {
            return refused(id, form, outcomes.unreadable("held-on", asked.locale()), asked);
        }
        return answer(
                id,
                form,
                "visit-moved",
                "reason",
                asked,
                visits.move(id, serial, when, form.reasonText(), asked.user()));
    }

    @PostMapping("/staff/cases/{number}/visits/{serial}/calling-off")
    String callOff(
            @PathVariable String number,
            @PathVariable int serial,
            @ModelAttribute VisitForm form,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answer(
                id,
                form,
                "visit-called-off",
                "reason",
                asked,
                visits.callOff(id, serial, form.reasonText(), asked.user()));
    }

    @PostMapping("/staff/cases/{number}/visits/{serial}/closing")
    String close(
            @PathVariable String number,
            @PathVariable int serial,
            @ModelAttribute VisitForm form,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answer(
                id, form, "visit-closed", "reason", asked, visits.close(id, serial, form.reasonText(), asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/finding")
    String find(
            @PathVariable String task,
            @ModelAttribute VisitForm form,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var result = form.resultChosen();
        if (result == null) {
            return refused(id.number(), form, outcomes.resultMissing(asked.locale()), asked);
        }
        var finding = new CaseVisits.Finding(result, form.wordsText(), uploads(files));
        return switch (visits.find(id, finding, asked.user())) {
            case FindingOutcome.Answered answered ->
                answer(id.number(), form, "finding-written", "words", asked, answered.outcome());
            case FindingOutcome.FileRefused no ->
                refused(
                        id.number(),
                        form,
                        List.of(new FieldFault(
                                "files",
                                cases.texts()
                                        .say(
                                                asked.locale(),
                                                no.textKey(),
                                                no.args().toArray()))),
                        asked);
        };
    }

    private static List<CaseVisits.Upload> uploads(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(one ->
                                !String.valueOf(one.getOriginalFilename()).isBlank() && !one.isEmpty())
                        .map(one -> new CaseVisits.Upload(
                                String.valueOf(one.getOriginalFilename()), one.getContentType(), one))
                        .toList();
    }

    private String answer(
            CaseNumber number, VisitForm form, String done, String reasons, Asked asked, CaseOutcome outcome) {
        return outcomes.faults(outcome, reasons, asked.locale())
                .map(faults -> refused(number, form, CaseOutcomes.onDay(faults, "held-on"), asked))
                .orElse("redirect:/staff/cases/" + number.value() + "/visits?done=" + done);
    }

    /** The fields of each form carry its name: several stand on the page. */
    private String refused(CaseNumber number, VisitForm form, List<FieldFault> faults, Asked asked) {
        asked.response().setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        var named = faults.stream()
                .map(one -> form.of() == null || one.field().equals("panel")
                        ? one
                        : new FieldFault(one.field() + "-" + form.of(), one.text()))
                .toList();
        asked.model().addAttribute("page", page(number, asked.user(), asked.locale(), form, named, ""));
        return "window/visits";
    }
}
