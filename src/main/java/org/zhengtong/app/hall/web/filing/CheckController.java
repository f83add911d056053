package org.zhengtong.app.hall.web.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.FilingDesk;
import org.zhengtong.app.hall.internal.OpenDraft;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.FilingOutcome;

/** The last look before handing in, and handing in: once for each draft, however often the button is pressed. */
@Controller
@RequestMapping("/applications/{id}")
class CheckController {

    private final DraftDesk desk;
    private final FilingDesk filing;
    private final Forms forms;
    private final Texts texts;

    CheckController(DraftDesk desk, FilingDesk filing, Forms forms, Texts texts) {
        this.desk = desk;
        this.filing = filing;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping("/check")
    ModelAndView check(@PathVariable long id, CurrentUser user, Locale locale) {
        var open = desk.open(id, user);
        if (open.draft().filedAs() != null) {
            return new ModelAndView("redirect:/applications/" + id + "/done");
        }
        if (open.formChanged()) {
            return new ModelAndView("redirect:/applications/" + id + "/form-change");
        }
        return new ModelAndView("hall/check", "page", page(open, List.of(), Ticks.NONE, null, locale));
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean truth,
            @RequestParam(defaultValue = "false") boolean consent,
            @RequestParam(defaultValue = "false") boolean commitment,
            CurrentUser user,
            Locale locale) {
        var open = desk.open(id, user);
        var filedAs = open.draft().filedAs();
        if (filedAs != null) {
            return filed(open, filedAs, user);
        }
        var ticks = new Ticks(truth, consent, commitment);
        var faults = faults(open, ticks, locale);
        if (!faults.isEmpty()) {
            return again(page(open, faults, ticks, null, locale));
        }
        return switch (filing.file(open, user)) {
            case FilingOutcome.Filed done -> filed(open, done.number(), user);
            case FilingOutcome.Incomplete _ ->
                again(page(desk.open(id, user), List.of(), ticks, texts.say(locale, "hall.check.incomplete"), locale));
            case FilingOutcome.FormChanged _ -> new ModelAndView("redirect:/applications/" + id + "/form-change");
            case FilingOutcome.NoDepartment none ->
                again(page(open, List.of(), ticks, texts.say(locale, "hall.check.no-department", none.step()), locale));
        };
    }

    private static ModelAndView filed(OpenDraft open, CaseNumber number, CurrentUser user) {
        var atWindow = user.isStaff() && open.draft().channel() == Channel.WINDOW;
        return new ModelAndView(
                atWindow
                        ? "redirect:/staff/cases/" + number.value()
                        : "redirect:/applications/" + open.id().value() + "/done");
    }

    private List<FieldFault> faults(OpenDraft open, Ticks ticks, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        var commits = filing.chosen(open).filter(chosen -> chosen.commitment() != null);
        if (commits.isPresent() && !ticks.commitment()) {
            faults.add(new FieldFault("commitment", texts.say(locale, "hall.check.commitment.missing")));
        }
        if (!ticks.truth()) {
            faults.add(new FieldFault("truth", texts.say(locale, "hall.check.truth.missing")));
        }
        if (!ticks.consent()) {
            faults.add(new FieldFault("consent", texts.say(locale, "hall.check.consent.missing")));
        }
        return faults;
    }

    private static ModelAndView again(CheckPage page) {
        var view = new ModelAndView("hall/check", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private CheckPage page(
            OpenDraft open, List<FieldFault> faults, Ticks ticks, @Nullable String blocked, Locale locale) {
        var unfinished = forms.tasks(open.form(), open.answers(), locale).phases().stream()
                .flatMap(phase -> phase.tasks().stream())
                .filter(task -> task.state() != FormTasks.State.DONE
                        || open.notes().toReview().contains(task.page()))
                .toList();
        return new CheckPage(
                open.draft(),
                forms.answers(open.form(), open.answers(), new AnswersView.Wish(locale, true, Set.of())),
                unfinished,
                filing.departments(open),
                faults,
                ticks.truth(),
                ticks.consent(),
                filing.chosen(open).orElse(null),
                ticks.commitment(),
                blocked);
    }

    private record Ticks(boolean truth, boolean consent, boolean commitment) {
        static final Ticks NONE = new Ticks(false, false, false);
    }
}
