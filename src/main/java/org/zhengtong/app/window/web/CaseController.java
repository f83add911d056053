package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.window.WindowProblem;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.SupplementItem;

/** The case page and everything that staff can do on it. A refused action comes back with what was typed. */
@Controller
class CaseController {

    private final Cases cases;
    private final CaseReading reading;
    private final FileDownloads downloads;
    private final CasePages pages;
    private final CaseOutcomes outcomes;
    private final CaseAnswers answers;

    CaseController(
            Cases cases,
            CaseReading reading,
            FileDownloads downloads,
            CasePages pages,
            CaseOutcomes outcomes,
            CaseAnswers answers) {
        this.cases = cases;
        this.reading = reading;
        this.downloads = downloads;
        this.pages = pages;
        this.outcomes = outcomes;
        this.answers = answers;
    }

    @GetMapping("/staff/cases/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        var locale = Appearance.of(request).locale();
        var saved = done.matches("[a-z-]+") ? pages.texts().say(locale, "window.done." + done) : "";
        model.addAttribute(
                "page", pages.page(CaseAnswers.caseNumber(number), user, locale, CaseForm.EMPTY, List.of(), saved));
        return "window/case";
    }

    @GetMapping("/staff/cases/{number}/materials/{file}")
    ResponseEntity<Resource> material(@PathVariable String number, @PathVariable String file, CurrentUser user) {
        return downloads.inline(reading.requireMaterial(CaseAnswers.caseNumber(number), FileId.of(file), user));
    }

    @GetMapping("/staff/cases/{number}/documents/{kind}")
    ResponseEntity<Resource> document(
            @PathVariable String number, @PathVariable CaseView.DocumentKind kind, CurrentUser user) {
        return downloads.inline(reading.requireDocument(CaseAnswers.caseNumber(number), kind, user));
    }

    @GetMapping("/staff/cases/{number}/documents/{kind}/{serial}")
    ResponseEntity<Resource> document(
            @PathVariable String number,
            @PathVariable CaseView.DocumentKind kind,
            @PathVariable int serial,
            CurrentUser user) {
        return downloads.inline(reading.requireDocument(CaseAnswers.caseNumber(number), kind, serial, user));
    }

    @PostMapping("/staff/cases/{number}/acceptance")
    String accept(
            @PathVariable String number, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        if (!form.dateReadable()) {
            return answers.refused(id, form, outcomes.unreadableDate(asked.locale()), asked);
        }
        return answer(id, form, "accepted", asked, () -> cases.accept(id, form.accepted(), asked.user()));
    }

    @PostMapping("/staff/cases/{number}/acceptance-refusal")
    String refuse(
            @PathVariable String number, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        return answer(
                id,
                form,
                "refused",
                asked,
                () -> cases.refuseAcceptance(id, form.reasonText(), form.remediesText(), asked.user()));
    }

    @PostMapping("/staff/cases/{number}/supplement-request")
    String askForMore(
            @PathVariable String number, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        var titles = pages.page(id, asked.user(), asked.locale(), form, List.of(), "").answers().sections().stream()
                .flatMap(section -> section.rows().stream())
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.pointer(), row -> row.label(), (first, _) -> first));
        var items = form.demand().entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank() && titles.containsKey(entry.getKey()))
                .map(entry -> new SupplementItem(
                        entry.getKey(),
                        String.valueOf(titles.get(entry.getKey())),
                        entry.getValue().strip()))
                .toList();
        return answer(id, form, "asked", asked, () -> cases.requestSupplement(id, items, asked.user()));
    }

    /** A paper result is handed to the applicant at the counter. */
    @PostMapping("/staff/cases/{number}/delivery")
    String deliver(@PathVariable String number, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.caseNumber(number);
        var handed = new Cases.Delivery(null, Channel.WINDOW, asked.user());
        return answer(id, CaseForm.EMPTY, "delivered", asked, () -> cases.deliver(id, handed));
    }

    @PostMapping("/staff/tasks/{task}/decision")
    String decide(
            @PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        if (form.conclusion() == null) {
            return answers.refused(id.number(), form, outcomes.conclusionMissing(asked.locale()), asked);
        }
        var decision = form.denies()
                ? new Decision.Denied(form.opinionText(), form.reasonText(), form.remediesText())
                : new Decision.Granted(form.opinionText());
        return answer(
                id.number(),
                form,
                "decided",
                asked,
                () -> cases.decide(id, decision, form.againstText(), asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/holding")
    String claim(@PathVariable String task, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        return answer(id.number(), CaseForm.EMPTY, "claimed", asked, () -> cases.claim(id, asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/release")
    String release(@PathVariable String task, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        return answer(id.number(), CaseForm.EMPTY, "released", asked, () -> cases.release(id, asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/transfer")
    String transfer(
            @PathVariable String task, @ModelAttribute CaseForm form, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        var colleague = form.colleague() == null || !form.colleague().matches("[1-9][0-9]{0,17}")
                ? null
                : new AccountId(Long.parseLong(form.colleague()));
        if (colleague == null) {
            throw new ProblemException(WindowProblem.NOT_A_TASK);
        }
        return answer(
                id.number(),
                form,
                "transferred",
                asked,
                () -> cases.transfer(id, colleague, form.reasonText(), asked.user()));
    }

    @PostMapping("/staff/tasks/{task}/recall")
    String recall(@PathVariable String task, @ModelAttribute(binding = false) Asked asked) {
        var id = CaseAnswers.taskId(task);
        return answer(id.number(), CaseForm.EMPTY, "recalled", asked, () -> cases.recall(id, asked.user()));
    }

    private String answer(CaseNumber number, CaseForm form, String done, Asked asked, Supplier<CaseOutcome> action) {
        return answers.answer(number, form, done, asked, action.get());
    }
}
