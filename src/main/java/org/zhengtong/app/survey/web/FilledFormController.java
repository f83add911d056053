package org.zhengtong.app.survey.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledFormId;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountLooks;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.Forms;

/** One filled form: how far it is, on paper, what changed between two submissions; submit it, take it back, throw it away. */
@Controller
@RequestMapping("/staff/filled-forms/{id}")
class FilledFormController {

    private final FilledForms filled;
    private final FormLibrary library;
    private final Forms forms;
    private final AccountLooks looks;

    FilledFormController(FilledForms filled, FormLibrary library, Forms forms, AccountLooks looks) {
        this.filled = filled;
        this.library = library;
        this.forms = forms;
        this.looks = looks;
    }

    @GetMapping
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("page", page(look(id, user), done, user, locale));
        return "survey/filled_form";
    }

    /** A form may hold anything about whoever filled it in; he sees who opened it. */
    private FilledForm look(long id, CurrentUser user) {
        var form = filled.require(new FilledFormId(id), user);
        looks.record(
                user,
                List.of(new AccountLooks.Look(
                        new AccountId(form.account()),
                        AccountLooks.What.FORM,
                        form.formTitle().in(Locale.SIMPLIFIED_CHINESE))));
        return form;
    }

    private FilledFormPage page(FilledForm form, String done, CurrentUser user, Locale locale) {
        var schema = library.form(form.formKey(), form.formNumber());
        return new FilledFormPage(
                form,
                forms.tasks(schema, form.answers(), locale),
                filled.submissions(form.id()),
                form.account() == user.id().value(),
                done);
    }

    @PostMapping("/submission")
    String submit(@PathVariable long id, CurrentUser user) {
        var submitted = filled.submit(new FilledFormId(id), user);
        return "redirect:/staff/filled-forms/" + id + (submitted ? "?done=submitted" : "?done=incomplete");
    }

    @PostMapping("/revision")
    String takeBack(@PathVariable long id, CurrentUser user) {
        filled.takeBack(new FilledFormId(id), user);
        return "redirect:/staff/filled-forms/" + id + "?done=taken-back";
    }

    @PostMapping("/removal")
    String remove(@PathVariable long id, CurrentUser user) {
        filled.remove(new FilledFormId(id), user);
        return "redirect:/staff/filled-forms?removed=" + id;
    }

    @PostMapping("/restoration")
    String restore(@PathVariable long id, CurrentUser user) {
        filled.restore(new FilledFormId(id), user);
        return "redirect:/staff/filled-forms/" + id + "?done=restored";
    }

    @GetMapping("/paper")
    String paper(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        var form = look(id, user);
        var sheet = forms.paper(library.form(form.formKey(), form.formNumber()), form.answers(), locale);
        var here = "/staff/filled-forms/" + id;
        model.addAttribute(
                "page",
                new PaperPage(form.formTitle().in(locale), here, here + "/paper.pdf", here + "/workbook", sheet));
        return "survey/paper";
    }

    @GetMapping("/paper.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, CurrentUser user, Locale locale) {
        var form = look(id, user);
        var sheet = forms.paper(library.form(form.formKey(), form.formNumber()), form.answers(), locale);
        var mark = form.departmentName() + "  " + form.author() + "  No. " + id;
        return Downloads.of(
                forms.pdf(sheet, mark.strip(), locale),
                MediaType.APPLICATION_PDF,
                form.formKey() + "-" + id + ".pdf",
                true);
    }

    /** What changed between two submissions, by default the last two; to 0 is what stands there now. */
    @GetMapping("/changes")
    String changes(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "0") int to,
            CurrentUser user,
            Locale locale,
            Model model) {
        var form = look(id, user);
        var submissions = filled.submissions(form.id());
        var before = submission(submissions, from);
        var after = to == 0 ? form.answers() : submission(submissions, to).answers();
        var schema = library.form(form.formKey(), form.formNumber());
        model.addAttribute(
                "page",
                new AnswerChangesPage(
                        form, before, to, submissions, forms.compareAnswers(schema, before.answers(), after, locale)));
        return "survey/answer_changes";
    }

    private static FilledForms.Submission submission(List<FilledForms.Submission> all, int number) {
        return all.stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(SurveyProblem.SUBMISSION_NOT_FOUND, number));
    }
}
