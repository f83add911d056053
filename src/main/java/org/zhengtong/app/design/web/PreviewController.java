package org.zhengtong.app.design.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.internal.FormText;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form as applicants will see it; what is typed is checked as theirs will be, and not kept. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}/preview")
class PreviewController {

    private final Desk desk;
    private final Forms forms;
    private final FormText texts;

    PreviewController(Desk desk, Forms forms, FormText texts) {
        this.desk = desk;
        this.forms = forms;
        this.texts = texts;
    }

    @GetMapping({"", "/{page:[A-Za-z0-9]{1,40}}"})
    ModelAndView show(
            @PathVariable long id, @PathVariable(required = false) String page, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user);
        var written = texts.write(draft.name(), draft.content());
        if (!forms.faultsIn(written).isEmpty()) {
            return new ModelAndView("redirect:/staff/design/" + id + "/form");
        }
        var form = forms.parse(written);
        var key = page == null ? form.pages().getFirst().key() : page;
        return shown(draft, form, key, JsonNodeFactory.instance.objectNode(), List.of(), false, locale);
    }

    private static ModelAndView nothing() {
        throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
    }

    private ModelAndView shown(
            ItemDesign draft,
            FormSchema form,
            String key,
            ObjectNode answers,
            List<Violation> violations,
            boolean checked,
            Locale locale) {
        if (form.findPage(key).isEmpty()) {
            return nothing();
        }
        var view = forms.view(form, key, answers, violations, locale);
        return Desk.page(
                "design/preview",
                new PreviewPage(draft, form.pages(), view, key, checked && violations.isEmpty()),
                !violations.isEmpty());
    }

    @PostMapping("/{page:[A-Za-z0-9]{1,40}}")
    ModelAndView check(
            @PathVariable long id,
            @PathVariable String page,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var form = forms.parse(texts.write(draft.name(), draft.content()));
        if (form.findPage(page).isEmpty()) {
            return nothing();
        }
        // Files are left aside: nothing of a trial is stored.
        var sent = new FormSubmission(
                fields,
                new LinkedMultiValueMap<>(),
                new FileOwner("design", "draft-" + id),
                String.valueOf(user.id().value()));
        var answers = forms.read(form, page, JsonNodeFactory.instance.objectNode(), sent)
                .answers();
        return shown(draft, form, page, answers, forms.check(form, page, answers), true, locale);
    }
}
