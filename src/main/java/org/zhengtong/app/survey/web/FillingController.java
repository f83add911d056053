package org.zhengtong.app.survey.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;
import org.zhengtong.app.survey.FilledFormId;
import org.zhengtong.app.survey.internal.FillingDesk;
import org.zhengtong.app.survey.internal.OpenForm;
import org.zhengtong.app.survey.internal.PageSaved;
import org.zhengtong.base.files.FileDownloads;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.RowWindows;
import org.zhengtong.base.schema.Violation;

/** Fills one page of a form in, by plain posts. */
@Controller
@RequestMapping("/staff/filled-forms/{id}")
class FillingController {

    private final FillingDesk desk;
    private final Forms forms;
    private final FileStorage files;
    private final FileDownloads downloads;

    FillingController(FillingDesk desk, Forms forms, FileStorage files, FileDownloads downloads) {
        this.desk = desk;
        this.forms = forms;
        this.files = files;
        this.downloads = downloads;
    }

    @GetMapping("/pages/{page}")
    ModelAndView show(
            @PathVariable long id,
            @PathVariable String page,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "false") boolean mend,
            CurrentUser user,
            Locale locale) {
        var open = desk.open(new FilledFormId(id), page, user);
        var violations = mend ? forms.check(open.schema(), page, open.answers()) : List.<Violation>of();
        return view(open, page, new Forms.Showing(violations, RowWindows.of(rows), locale), false);
    }

    private ModelAndView view(OpenForm open, String page, Forms.Showing showing, boolean elsewhere) {
        var view = forms.view(open.schema(), page, open.answers(), showing);
        var model = new ModelAndView(
                "survey/filling", "page", new FillingPage(open.form(), view, open.seen(page), elsewhere));
        if (elsewhere || !showing.violations().isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/pages/{page}")
    ModelAndView save(
            @PathVariable long id,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            HttpServletRequest request,
            Locale locale) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultiValueMap<String, MultipartFile> sent =
                parts == null ? new LinkedMultiValueMap<>() : parts.getMultiFileMap();
        var open = desk.open(new FilledFormId(id), page, user);
        var submission = new FormSubmission(
                fields, sent, open.form().id().files(), user.id().toString());
        var seen = Objects.requireNonNullElse(fields.getFirst("seen"), "");
        return switch (desk.save(open, page, submission, seen, user)) {
            case PageSaved.ChangedElsewhere(var typed) ->
                view(typed, page, new Forms.Showing(List.of(), rows(fields), locale), true);
            case PageSaved.Kept(var kept, var entry) -> afterwards(kept, page, entry, locale);
        };
    }

    private static RowWindows rows(MultiValueMap<String, String> fields) {
        return RowWindows.of(fields.getFirst("_rows"));
    }

    private ModelAndView afterwards(OpenForm kept, String page, FormEntry entry, Locale locale) {
        var violations = new ArrayList<>(entry.refused());
        if (entry.step() == FormEntry.Step.FORWARD) {
            violations.addAll(forms.check(kept.schema(), page, kept.answers()));
        }
        if (!violations.isEmpty()) {
            return view(kept, page, new Forms.Showing(violations, entry.rows(), locale), false);
        }
        var address = "redirect:/staff/filled-forms/" + kept.form().id().value();
        return new ModelAndView(
                switch (entry.step()) {
                    case STAY ->
                        address + "/pages/" + page + "?rows="
                                + UriUtils.encode(entry.rows().written(), StandardCharsets.UTF_8);
                    case SAVE -> address + "?done=saved";
                    case FORWARD -> address + next(kept, page, locale);
                });
    }

    /** The page after this one that is not yet filled in; the overview when none is left. */
    private String next(OpenForm kept, String page, Locale locale) {
        return forms.tasks(kept.schema(), kept.answers(), locale).phases().stream()
                .flatMap(phase -> phase.tasks().stream())
                .dropWhile(task -> !task.page().equals(page))
                .skip(1)
                .filter(task -> task.state() != FormTasks.State.DONE)
                .findFirst()
                .map(task -> "/pages/" + task.page())
                .orElse("?done=saved");
    }

    /** Brings back the row that was just removed. */
    @PostMapping("/pages/{page}/restoration")
    String restoreRow(@PathVariable long id, @PathVariable String page, CurrentUser user) {
        desk.undo(desk.open(new FilledFormId(id), page, user), user);
        return "redirect:/staff/filled-forms/" + id + "/pages/" + page;
    }

    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable UUID file, CurrentUser user) {
        var owner = desk.require(new FilledFormId(id), user).id().files();
        return downloads.inline(files.require(new FileId(file), owner));
    }
}
