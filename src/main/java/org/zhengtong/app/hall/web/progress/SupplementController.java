package org.zhengtong.app.hall.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;
import org.zhengtong.app.hall.internal.OpenSupplement;
import org.zhengtong.app.hall.internal.SentPage;
import org.zhengtong.app.hall.internal.SupplementDesk;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Cases;

/** Answering a supplement request (补正): everything that is missing on one page, each with a way to mend it. */
@Controller
@RequestMapping("/cases/{number}/supplement")
class SupplementController {

    private final CaseReading cases;
    private final SupplementDesk desk;
    private final Forms forms;

    SupplementController(CaseReading cases, SupplementDesk desk, Forms forms) {
        this.cases = cases;
        this.desk = desk;
        this.forms = forms;
    }

    private Optional<OpenSupplement> awaited(String number, CurrentUser user, Locale locale) {
        var view = cases.openMine(CaseNumbers.require(number), user);
        return desk.awaits(view) ? Optional.of(desk.open(view, locale)) : Optional.empty();
    }

    private static ModelAndView backTo(String number) {
        return new ModelAndView("redirect:/cases/" + CaseNumbers.require(number).value());
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, CurrentUser user, Locale locale) {
        return awaited(number, user, locale)
                .map(open -> new ModelAndView("hall/supplement", "page", page(open, List.of())))
                .orElseGet(() -> backTo(number));
    }

    private static SupplementPage page(OpenSupplement open, List<FieldFault> faults) {
        var until = open.view().file().state() == CaseState.SUPPLEMENTING
                ? null
                : open.view().offered().outstanding().getFirst().dueOn();
        var requestedAt = until == null
                ? open.view().supplements().getLast().requestedAt()
                : open.view().file().filedAt();
        return new SupplementPage(open.view().file(), open.asks(), requestedAt, until, open.savedAt(), faults);
    }

    @PostMapping
    ModelAndView send(@PathVariable String number, CurrentUser user, Locale locale) {
        return awaited(number, user, locale)
                .map(open -> switch (desk.send(open, user)) {
                    case Cases.SupplementOutcome.Supplemented _ -> backTo(number);
                    case Cases.SupplementOutcome.NotAwaited _ -> backTo(number);
                    case Cases.SupplementOutcome.Incomplete(var violations) ->
                        again(new ModelAndView(
                                "hall/supplement", "page", page(open, faults(open, violations, locale))));
                })
                .orElseGet(() -> backTo(number));
    }

    /** One line a page, leading to its entry in the list or, for other pages, to the list as a whole. */
    private List<FieldFault> faults(OpenSupplement open, List<Violation> violations, Locale locale) {
        return violations.stream()
                .map(violation -> new FieldFault(
                        "ask-" + violation.page(),
                        open.form()
                                        .findPage(violation.page())
                                        .map(page -> page.title().in(locale))
                                        .orElse("")
                                + " " + violation.text().in(locale)))
                .toList();
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/{key}")
    ModelAndView step(@PathVariable String number, @PathVariable String key, CurrentUser user, Locale locale) {
        return awaited(number, user, locale)
                .map(open -> new ModelAndView("hall/supplement_step", "page", step(open, key, List.of(), locale)))
                .orElseGet(() -> backTo(number));
    }

    private SupplementStepPage step(OpenSupplement open, String key, List<Violation> violations, Locale locale) {
        if (open.form().findPage(key).isEmpty()) {
            throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
        }
        var asks = open.asks().stream().filter(ask -> ask.page().equals(key)).toList();
        var view = forms.view(open.form(), key, open.answers(), violations, locale);
        return new SupplementStepPage(open.view().file(), view, asks, open.savedAt());
    }

    @PostMapping("/{key}")
    ModelAndView save(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            HttpServletRequest request,
            Locale locale) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        var files = parts == null ? new LinkedMultiValueMap<String, MultipartFile>() : parts.getMultiFileMap();
        return awaited(number, user, locale)
                .map(open -> save(open, new SentPage(key, fields, files, "", locale), user))
                .orElseGet(() -> backTo(number));
    }

    private ModelAndView save(OpenSupplement open, SentPage sent, CurrentUser user) {
        step(open, sent.page(), List.of(), sent.locale());
        var entry = desk.save(open, sent, user);
        var violations = new ArrayList<>(entry.refused());
        if (entry.step() == FormEntry.Step.FORWARD) {
            violations.addAll(forms.check(open.form(), sent.page(), entry.answers()));
        }
        var address = "redirect:/cases/" + open.number().value() + "/supplement";
        if (violations.isEmpty()) {
            return new ModelAndView(entry.step() == FormEntry.Step.STAY ? address + "/" + sent.page() : address);
        }
        var saved = desk.open(open.view(), sent.locale());
        return again(
                new ModelAndView("hall/supplement_step", "page", step(saved, sent.page(), violations, sent.locale())));
    }
}
