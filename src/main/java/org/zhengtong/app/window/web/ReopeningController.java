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
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.CaseReopenings.RegisterOutcome;
import org.zhengtong.service.casework.CaseState;

/** Handling a case anew after its decision was revoked (重新办理). */
@Controller
class ReopeningController {

    private final CaseReopenings reopenings;
    private final CaseReading reading;
    private final ReopeningWords words;
    private final CaseWords cases;
    private final CaseOutcomes outcomes;

    ReopeningController(
            CaseReopenings reopenings,
            CaseReading reading,
            ReopeningWords words,
            CaseWords cases,
            CaseOutcomes outcomes) {
        this.reopenings = reopenings;
        this.reading = reading;
        this.words = words;
        this.cases = cases;
        this.outcomes = outcomes;
    }

    @GetMapping("/staff/cases/{number}/reopening")
    String show(@PathVariable String number, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", page(CaseAnswers.caseNumber(number), user, locale, ReopeningForm.EMPTY, List.of()));
        return "window/reopening";
    }

    private ReopeningPage page(
            CaseNumber number, CurrentUser user, Locale locale, ReopeningForm typed, List<FieldFault> errors) {
        var view = reading.open(number, user);
        var state = view.file().state();
        var asked = words.lines(view, user, locale, true);
        var registering = asked.isEmpty() && ReopeningWords.ended(state) && reopenings.mayRegister(view.file(), user);
        return new ReopeningPage(
                number.value(),
                view.file().applicant().name(),
                cases.step(view, locale),
                words.lines(view, user, locale, false),
                asked,
                registering ? words.places(number, user, locale) : List.of(),
                registering,
                state == CaseState.REFUSED,
                typed,
                errors);
    }

    @PostMapping("/staff/cases/{number}/reopening")
    String register(
            @PathVariable String number,
            @ModelAttribute ReopeningForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        if (form.dayUnreadable()) {
            return refused(id, form, outcomes.unreadable("dated-on", asked.locale()), asked);
        }
        if (form.daysUnreadable()) {
            return refused(id, form, outcomes.limitUnreadable(CaseReopenings.LONGEST_DAYS, asked.locale()), asked);
        }
        return switch (reopenings.register(id, form.register(), upload(file), asked.user())) {
            case RegisterOutcome.Answered answered ->
                answer(id, form, "reopening-asked", "reason", asked, answered.outcome());
            case RegisterOutcome.FileRefused no ->
                refused(
                        id,
                        form,
                        List.of(new FieldFault(
                                "file",
                                cases.texts()
                                        .say(
                                                asked.locale(),
                                                no.textKey(),
                                                no.args().toArray()))),
                        asked);
        };
    }

    private static CaseReopenings.@Nullable Upload upload(@Nullable MultipartFile file) {
        return file == null || file.isEmpty()
                ? null
                : new CaseReopenings.Upload(String.valueOf(file.getOriginalFilename()), file.getContentType(), file);
    }

    @PostMapping("/staff/cases/{number}/reopenings/{serial}/confirmation")
    String confirm(
            @PathVariable String number, @PathVariable int serial, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        var outcome = reopenings.confirm(id, serial, asked.user());
        return answer(id, ReopeningForm.EMPTY, "reopened", "answer", asked, outcome);
    }

    @PostMapping("/staff/cases/{number}/reopenings/{serial}/refusal")
    String refuse(
            @PathVariable String number,
            @PathVariable int serial,
            @RequestParam(defaultValue = "") String answer,
            @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        var outcome = reopenings.refuse(id, serial, answer, asked.user());
        return answer(id, ReopeningForm.EMPTY, "reopening-refused", "answer", asked, outcome);
    }

    private String answer(
            CaseNumber number, ReopeningForm form, String done, String reasons, Asked asked, CaseOutcome outcome) {
        return outcomes.faults(outcome, reasons, asked.locale())
                .map(faults -> refused(number, form, CaseOutcomes.ofReopening(faults), asked))
                .orElse("redirect:/staff/cases/" + number.value() + "?done=" + done);
    }

    private String refused(CaseNumber number, ReopeningForm form, List<FieldFault> faults, Asked asked) {
        asked.response().setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        asked.model().addAttribute("page", page(number, asked.user(), asked.locale(), form, faults));
        return "window/reopening";
    }
}
