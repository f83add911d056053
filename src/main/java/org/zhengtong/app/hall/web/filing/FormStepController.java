package org.zhengtong.app.hall.web.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.DraftNotes;
import org.zhengtong.app.hall.internal.OpenDraft;
import org.zhengtong.app.hall.internal.PageSaved;
import org.zhengtong.app.hall.internal.SentPage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.ObjectNode;

/** One page of a form: shown, saved with every button, and shown again when something is to mend. */
@Controller
@RequestMapping("/applications/{id}/{key}")
class FormStepController {

    private final DraftDesk desk;
    private final Forms forms;

    FormStepController(DraftDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam(defaultValue = "false") boolean mend,
            CurrentUser user,
            Locale locale,
            Model model) {
        var open = desk.openPage(id, key, user);
        if (open.draft().filedAs() != null) {
            return "redirect:/applications/" + id + "/done";
        }
        var violations = mend ? forms.check(open.form(), key, open.answers()) : List.<Violation>of();
        model.addAttribute("page", page(open, key, open.answers(), violations, locale));
        return "hall/form_step";
    }

    @PostMapping
    ModelAndView save(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            HttpServletRequest request,
            Locale locale) {
        var open = desk.openPage(id, key, user);
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        var sent = new SentPage(
                key,
                fields,
                parts == null ? new LinkedMultiValueMap<>() : parts.getMultiFileMap(),
                seen(fields),
                locale);
        return switch (desk.save(open, sent, user)) {
            case PageSaved.Kept(var kept, var step, var violations) -> afterwards(kept, key, step, violations, locale);
            case PageSaved.ChangedElsewhere(var current, var typed) -> both(current, key, typed, locale);
            case PageSaved.Filed _ -> new ModelAndView("redirect:/applications/" + id + "/done");
        };
    }

    /** A page kept over the end of a session sends it twice. */
    private static String seen(MultiValueMap<String, String> fields) {
        var value = fields.getFirst("seen");
        return value == null ? "" : value;
    }

    private ModelAndView afterwards(
            OpenDraft kept, String key, FormEntry.Step step, List<Violation> violations, Locale locale) {
        if (!violations.isEmpty()) {
            return again(page(kept, key, kept.answers(), violations, locale));
        }
        var address = "redirect:/applications/" + kept.id().value();
        return new ModelAndView(
                switch (step) {
                    case STAY -> address + "/" + key;
                    case SAVE -> address + "?done=saved";
                    case FORWARD -> address + next(kept, key, locale);
                });
    }

    /** The page after this one that is not yet filled in; the task list when none is left. */
    private String next(OpenDraft kept, String key, Locale locale) {
        var tasks = forms.tasks(kept.form(), kept.answers(), locale).phases().stream()
                .flatMap(phase -> phase.tasks().stream())
                .toList();
        return tasks.stream()
                .dropWhile(task -> !task.page().equals(key))
                .skip(1)
                .filter(task -> task.state() != FormTasks.State.DONE)
                .findFirst()
                .map(task -> "/" + task.page())
                .orElse("?done=saved");
    }

    private ModelAndView both(OpenDraft current, String key, ObjectNode typed, Locale locale) {
        var wish = new AnswersView.Wish(locale, false, Set.of());
        var elsewhere = forms.answers(current.form(), current.answers(), wish).sections().stream()
                .filter(section -> section.page().equals(key))
                .flatMap(section -> section.rows().stream())
                .toList();
        var view = forms.view(current.form(), key, typed, List.of(), locale);
        return again(new FormStepPage(current.draft(), view, current.seen(key), null, elsewhere));
    }

    private static ModelAndView again(FormStepPage page) {
        var view = new ModelAndView("hall/form_step", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private FormStepPage page(
            OpenDraft open, String key, ObjectNode answers, List<Violation> violations, Locale locale) {
        var removed =
                open.notes().lastRemoved(key).map(DraftNotes.RemovedRow::label).orElse(null);
        return new FormStepPage(
                open.draft(),
                forms.view(open.form(), key, answers, violations, locale),
                open.seen(key),
                removed,
                List.of());
    }

    @PostMapping("/restoration")
    String restoreRow(@PathVariable long id, @PathVariable String key, CurrentUser user) {
        desk.restoreRow(desk.openPage(id, key, user), key, user);
        return "redirect:/applications/" + id + "/" + key;
    }
}
