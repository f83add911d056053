package org.zhengtong.app.survey.web;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.survey.FilledFormId;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.app.survey.internal.FillingDesk;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormWorkbooks;
import org.zhengtong.base.schema.WorkbookReading;
import org.zhengtong.base.settings.Settings;
import tools.jackson.databind.node.JsonNodeFactory;

/** Forms as workbooks: out empty or filled, and in again. */
@Controller
class WorkbookController {

    private final FormLibrary library;
    private final FilledForms filled;
    private final FillingDesk desk;
    private final FormWorkbooks workbooks;
    private final Permissions permissions;
    private final Settings settings;

    WorkbookController(
            FormLibrary library,
            FilledForms filled,
            FillingDesk desk,
            FormWorkbooks workbooks,
            Permissions permissions,
            Settings settings) {
        this.library = library;
        this.filled = filled;
        this.desk = desk;
        this.workbooks = workbooks;
        this.permissions = permissions;
        this.settings = settings;
    }

    @GetMapping("/staff/forms/{key}/workbook")
    ResponseEntity<byte[]> empty(@PathVariable String key, CurrentUser user, Locale locale) {
        permissions.require(user, FilledForms.FILL_FORM);
        var form = library.find(key).orElseThrow(() -> new ProblemException(SurveyProblem.FORM_NOT_FOUND, key));
        var bytes =
                workbooks.write(library.form(key, form.number()), key, JsonNodeFactory.instance.objectNode(), locale);
        return Downloads.of(bytes, Downloads.WORKBOOK, form.title().in(locale) + ".xlsx", false);
    }

    /** A form that was filled in off line becomes a draft. */
    @PostMapping("/staff/forms/{key}/workbook")
    ModelAndView start(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile workbook,
            CurrentUser user,
            Locale locale)
            throws IOException {
        permissions.require(user, FilledForms.FILL_FORM);
        var form = library.find(key).orElseThrow(() -> new ProblemException(SurveyProblem.FORM_NOT_FOUND, key));
        var schema = library.form(key, form.number());
        var reading = workbooks.read(schema, key, JsonNodeFactory.instance.objectNode(), bytes(workbook), locale);
        var title = form.title().in(locale);
        if (reading.answers().isEmpty()) {
            return faults(title, "/staff/forms/" + key, reading);
        }
        var id = filled.start(key, reading.answers().get(), user);
        return done(title, id, reading);
    }

    private byte[] bytes(@Nullable MultipartFile workbook) throws IOException {
        if (workbook == null) {
            return new byte[0];
        }
        var largest = settings.value(WorkbookSettings.LARGEST);
        if (workbook.getSize() > largest.toBytes()) {
            throw new ProblemException(SurveyProblem.WORKBOOK_TOO_LARGE, largest.toMegabytes());
        }
        return workbook.getBytes();
    }

    private static ModelAndView done(String title, FilledFormId id, WorkbookReading reading) {
        var address = "/staff/filled-forms/" + id.value();
        return reading.faults().isEmpty()
                ? new ModelAndView("redirect:" + address + "?done=imported")
                : faults(title, address, reading);
    }

    private static ModelAndView faults(String title, String back, WorkbookReading reading) {
        var view = new ModelAndView(
                "survey/workbook_faults",
                "page",
                new WorkbookFaultsPage(title, back, reading.answers().isPresent(), reading.faults()));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/staff/filled-forms/{id}/workbook")
    ResponseEntity<byte[]> filled(@PathVariable long id, CurrentUser user, Locale locale) {
        var form = filled.require(new FilledFormId(id), user);
        var schema = library.form(form.formKey(), form.formNumber());
        return Downloads.of(
                workbooks.write(schema, form.formKey(), form.answers(), locale),
                Downloads.WORKBOOK,
                form.formTitle().in(locale) + "-" + id + ".xlsx",
                false);
    }

    /** The answers of a draft are replaced by those of a workbook. */
    @PostMapping("/staff/filled-forms/{id}/workbook")
    ModelAndView replace(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile workbook,
            CurrentUser user,
            Locale locale)
            throws IOException {
        var open = desk.open(new FilledFormId(id), user);
        var form = open.form();
        var reading = workbooks.read(open.schema(), form.formKey(), open.answers(), bytes(workbook), locale);
        var title = form.formTitle().in(locale);
        if (reading.answers().isEmpty()) {
            return faults(title, "/staff/filled-forms/" + id, reading);
        }
        if (!filled.save(form, reading.answers().get(), null, user)) {
            throw new ProblemException(SurveyProblem.CHANGED_MEANWHILE);
        }
        return done(title, form.id(), reading);
    }
}
