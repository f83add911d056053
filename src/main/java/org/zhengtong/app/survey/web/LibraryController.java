package org.zhengtong.app.survey.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.app.survey.PublishOutcome;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormDiff;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Forms;
import tools.jackson.databind.node.JsonNodeFactory;

/** The library: find a form, see its versions, print it empty, begin to fill it in, publish a new version. */
@Controller
@RequestMapping("/staff/forms")
class LibraryController {

    private final FormLibrary library;
    private final FilledForms filled;
    private final Forms forms;
    private final Permissions permissions;

    LibraryController(FormLibrary library, FilledForms filled, Forms forms, Permissions permissions) {
        this.library = library;
        this.filled = filled;
        this.forms = forms;
        this.permissions = permissions;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String text, CurrentUser user, Model model) {
        permissions.require(user, FilledForms.FILL_FORM);
        model.addAttribute("page", new LibraryPage(text, library.search(text)));
        return "survey/library";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, CurrentUser user, Model model) {
        permissions.require(user, FilledForms.FILL_FORM);
        var form = require(key);
        model.addAttribute(
                "page",
                new FormOverviewPage(
                        form,
                        library.form(key, form.number()),
                        library.versions(key),
                        user.may(FormLibrary.PUBLISH_FORM)));
        return "survey/form";
    }

    private LibraryForm require(String key) {
        return library.find(key).orElseThrow(() -> new ProblemException(SurveyProblem.FORM_NOT_FOUND, key));
    }

    @PostMapping("/{key}/filled-forms")
    String start(@PathVariable String key, CurrentUser user) {
        var id = filled.start(require(key).key(), JsonNodeFactory.instance.objectNode(), user);
        return "redirect:/staff/filled-forms/" + id.value();
    }

    /** The empty form on paper. */
    @GetMapping("/{key}/paper")
    String paper(@PathVariable String key, CurrentUser user, Locale locale, Model model) {
        permissions.require(user, FilledForms.FILL_FORM);
        var form = current(key);
        var sheet = forms.paper(form, JsonNodeFactory.instance.objectNode(), locale);
        var here = "/staff/forms/" + key;
        model.addAttribute(
                "page", new PaperPage(form.title().in(locale), here, here + "/paper.pdf", here + "/workbook", sheet));
        return "survey/paper";
    }

    private FormSchema current(String key) {
        return library.form(key, require(key).number());
    }

    @GetMapping("/{key}/paper.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String key, CurrentUser user, Locale locale) {
        permissions.require(user, FilledForms.FILL_FORM);
        var sheet = forms.paper(current(key), JsonNodeFactory.instance.objectNode(), locale);
        return Downloads.of(forms.pdf(sheet, "", locale), MediaType.APPLICATION_PDF, key + ".pdf", true);
    }

    /** What changed between two versions, by default between the last two. */
    @GetMapping("/{key}/changes")
    String changes(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            CurrentUser user,
            Model model) {
        permissions.require(user, FilledForms.FILL_FORM);
        var form = require(key);
        var after = to > 0 ? to : form.number();
        var before = from > 0 ? from : Math.max(1, after - 1);
        FormDiff diff = forms.compare(library.form(key, before), library.form(key, after));
        model.addAttribute("page", new FormChangesPage(form, before, after, library.versions(key), diff.changes()));
        return "survey/form_changes";
    }

    @GetMapping("/{key}/definition")
    String definition(@PathVariable String key, CurrentUser user, Model model) {
        permissions.require(user, FormLibrary.PUBLISH_FORM);
        var form = require(key);
        var text = library.form(key, form.number()).source();
        model.addAttribute("page", new DefinitionPage(form, text, List.of(), false));
        return "survey/definition";
    }

    @PostMapping("/{key}/definition")
    ModelAndView publish(
            @PathVariable String key, @RequestParam(defaultValue = "") String text, CurrentUser user, Locale locale) {
        return switch (library.publish(key, text, user)) {
            case PublishOutcome.Published _ -> new ModelAndView("redirect:/staff/forms/" + key + "/changes");
            case PublishOutcome.Unchanged _ ->
                new ModelAndView("survey/definition", "page", new DefinitionPage(require(key), text, List.of(), true));
            case PublishOutcome.Refused(var faults) -> {
                var view = new ModelAndView(
                        "survey/definition",
                        "page",
                        new DefinitionPage(
                                require(key),
                                text,
                                faults.stream()
                                        .map(fault -> new DefinitionPage.Fault(
                                                fault.pointer(), fault.text().in(locale)))
                                        .toList(),
                                false));
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }
}
