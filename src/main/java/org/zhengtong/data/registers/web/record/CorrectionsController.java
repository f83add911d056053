package org.zhengtong.data.registers.web.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.Corrections.CorrectOutcome;
import org.zhengtong.data.registers.Corrections.CorrectionRequest;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.web.RegisterDesk;

/** Doubts for the sources that answer them. */
@Controller
@RequestMapping("/staff/registers/corrections")
class CorrectionsController {

    private static final int SHOWN = 25;

    private final RegisterDesk desk;
    private final Corrections corrections;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    CorrectionsController(
            RegisterDesk desk, Corrections corrections, Permissions permissions, Texts texts, Clock clock) {
        this.desk = desk;
        this.corrections = corrections;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam @Nullable Long after,
            CurrentUser user,
            Model model) {
        permissions.require(user, Registers.EDIT_RECORD);
        var found = corrections.inbox(user, answered, after, SHOWN + 1);
        var lines = found.stream().limit(SHOWN).map(this::line).toList();
        model.addAttribute(
                "page",
                new CorrectionsPage(lines, answered, after != null, found.size() > SHOWN, LocalDate.now(clock)));
        return "registers/corrections";
    }

    private CorrectionsPage.Line line(CorrectionRequest request) {
        var register = desk.registers().require(request.register());
        return new CorrectionsPage.Line(
                request, register, register.find(request.item()).orElse(null), desk.name(request.source()));
    }

    /** What an answer form sends. */
    record AnswerForm(
            @Nullable String verdict,
            @Nullable String value,
            @Nullable String from,
            @Nullable String answer) {
        static String text(@Nullable String field) {
            return field == null ? "" : field.strip();
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String done, CurrentUser user) {
        var request = require(id, user);
        var form = new AnswerForm("", request.claimed(), LocalDate.now(clock).toString(), "");
        return page(request, user, form, List.of(), done.equals("answered"));
    }

    /** For those who answer, and for whoever asked. */
    private CorrectionRequest require(long id, CurrentUser user) {
        var request =
                corrections.find(id).orElseThrow(() -> new ProblemException(RegistersProblem.CORRECTION_NOT_FOUND));
        if (request.flaggedBy() != user.id().value()) {
            permissions.require(user, Registers.EDIT_RECORD, request.source());
        }
        return request;
    }

    private ModelAndView page(
            CorrectionRequest request, CurrentUser user, AnswerForm form, List<String[]> faults, boolean done) {
        var line = line(request);
        var mayAnswer = request.state() == Corrections.State.OPEN
                && permissions.may(user, Registers.EDIT_RECORD, request.source());
        var mayOpen = desk.permits().maySee(user, line.register());
        var model = new ModelAndView("registers/correction");
        model.addObject(
                "page",
                new CorrectionPage(
                        line,
                        mayOpen ? desk.link(request.register(), request.key()) : null,
                        mayAnswer,
                        new CorrectionPage.Typed(
                                AnswerForm.text(form.verdict()),
                                AnswerForm.text(form.value()),
                                AnswerForm.text(form.from()),
                                AnswerForm.text(form.answer())),
                        faults,
                        LocalDate.now(clock),
                        done));
        if (!faults.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(@PathVariable long id, @ModelAttribute AnswerForm form, CurrentUser user, Locale locale) {
        var request = require(id, user);
        var faults = new java.util.ArrayList<String[]>();
        var correcting = AnswerForm.text(form.verdict()).equals("correct");
        var from = RecordController.date(AnswerForm.text(form.from()));
        if (!correcting && !AnswerForm.text(form.verdict()).equals("keep")) {
            faults.add(fault("verdict", texts.say(locale, "registers.answer.verdict.missing")));
        }
        if (correcting && from == null) {
            faults.add(fault("from", texts.say(locale, "registers.answer.from.wrong")));
        }
        if (AnswerForm.text(form.answer()).isEmpty()) {
            faults.add(fault("answer", texts.say(locale, "registers.answer.answer.missing")));
        }
        if (!faults.isEmpty() || from == null && correcting) {
            return page(request, user, form, faults, false);
        }
        var outcome = correcting && from != null
                ? corrections.correct(id, AnswerForm.text(form.value()), from, AnswerForm.text(form.answer()), user)
                : corrections.keep(id, AnswerForm.text(form.answer()), user);
        return switch (outcome) {
            case CorrectOutcome.Answered _ ->
                new ModelAndView("redirect:/staff/registers/corrections/" + id + "?done=answered");
            case CorrectOutcome.AnsweredBefore _ -> new ModelAndView("redirect:/staff/registers/corrections/" + id);
            case CorrectOutcome.Refused refused ->
                page(
                        request,
                        user,
                        form,
                        refused.faults().stream()
                                .map(each -> fault(
                                        "value", texts.say(locale, "registers.rule." + each.rule(), each.wanted())))
                                .toList(),
                        false);
        };
    }

    private static String[] fault(String field, String text) {
        return new String[] {field, text};
    }
}
