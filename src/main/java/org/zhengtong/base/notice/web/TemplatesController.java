package org.zhengtong.base.notice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.zhengtong.base.notice.MessageTemplate;
import org.zhengtong.base.notice.MessageTemplates;
import org.zhengtong.base.notice.NoticeProblem;
import org.zhengtong.base.notice.TemplateOutcome;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** The texts of messages: look, write anew, see with sample values, publish, go back. */
@Controller
@RequestMapping("/staff/message-templates")
class TemplatesController {

    private static final String SELF = "redirect:/staff/message-templates/";

    private final MessageTemplates templates;
    private final Permissions permissions;
    private final Texts texts;

    TemplatesController(MessageTemplates templates, Permissions permissions, Texts texts) {
        this.templates = templates;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String text, CurrentUser user, Locale locale, Model model) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        var wanted = text.strip();
        var found = templates.list().stream()
                .filter(template -> (template.code() + template.chinese() + template.english()).contains(wanted))
                .map(template -> new TemplatesPage.Line(template, open(template, locale)))
                .toList();
        model.addAttribute("page", new TemplatesPage(wanted, found));
        return "notice/templates";
    }

    private MessageTemplate.Wording open(MessageTemplate template, Locale locale) {
        var english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return templates.filled(
                english ? template.english() : template.chinese(), java.util.Collections.nCopies(10, "\u2026"));
    }

    @GetMapping("/{code}")
    String template(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Locale locale,
            Model model) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        var form = TemplateForm.of(draftOrCurrent(code), samples(code, locale));
        model.addAttribute("page", page(code, form, List.of(), doneKey(done), locale));
        return "notice/template";
    }

    private MessageTemplate draftOrCurrent(String code) {
        return templates.versions(code).stream()
                .filter(version -> version.state() == MessageTemplate.State.DRAFT)
                .map(MessageTemplate.Version::template)
                .findFirst()
                .orElseGet(() -> require(code));
    }

    private MessageTemplate require(String code) {
        return templates.find(code).orElseThrow(() -> new ProblemException(NoticeProblem.TEMPLATE_NOT_FOUND));
    }

    private List<String> samples(String code, Locale locale) {
        var samples = new ArrayList<String>();
        var places = templates.places(code);
        for (var place = 0; place <= (places.isEmpty() ? -1 : places.getLast()); place++) {
            samples.add(texts.say(locale, "notice.sample", place));
        }
        return samples;
    }

    private static String doneKey(String done) {
        return switch (done) {
            case "saved", "published", "restored", "nothing" -> "notice.template.done." + done;
            default -> "";
        };
    }

    private TemplatePage page(String code, TemplateForm form, List<FieldFault> faults, String doneKey, Locale locale) {
        return new TemplatePage(
                require(code),
                open(require(code), locale).title(),
                templates.places(code),
                form,
                templates.filled(form.chinese(), form.values()),
                templates.filled(form.english(), form.values()),
                templates.versions(code),
                faults,
                doneKey);
    }

    /** Shows the text with the sample values; keeps nothing. */
    @PostMapping("/{code}/preview")
    String preview(
            @PathVariable String code,
            @ModelAttribute TemplateForm form,
            CurrentUser user,
            Locale locale,
            Model model) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        model.addAttribute("page", page(code, form, List.of(), "", locale));
        return "notice/template";
    }

    @PostMapping("/{code}/draft")
    ModelAndView save(@PathVariable String code, @ModelAttribute TemplateForm form, CurrentUser user, Locale locale) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        return answer(code, form, templates.save(form.toTemplate(code), user.actor()), "saved", locale);
    }

    @PostMapping("/{code}/publication")
    ModelAndView publish(@PathVariable String code, CurrentUser user, Locale locale) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        var form = TemplateForm.of(draftOrCurrent(code), samples(code, locale));
        return answer(code, form, templates.publish(code, user.actor()), "published", locale);
    }

    @PostMapping("/{code}/standard")
    ModelAndView restore(@PathVariable String code, CurrentUser user, Locale locale) {
        permissions.require(user, DeliveriesController.VIEW_OUTBOX);
        var form = TemplateForm.of(draftOrCurrent(code), samples(code, locale));
        return answer(code, form, templates.restore(code, user.actor()), "restored", locale);
    }

    private ModelAndView answer(String code, TemplateForm form, TemplateOutcome outcome, String done, Locale locale) {
        return switch (outcome) {
            case TemplateOutcome.Saved _ -> new ModelAndView(SELF + code + "?done=" + done);
            case TemplateOutcome.NothingToPublish _ -> new ModelAndView(SELF + code + "?done=nothing");
            case TemplateOutcome.Unknown _ -> throw new ProblemException(NoticeProblem.TEMPLATE_NOT_FOUND);
            case TemplateOutcome.Wrong(var faults) -> {
                var refused = new ModelAndView("notice/template", HttpStatus.UNPROCESSABLE_CONTENT);
                var said = faults.stream()
                        .map(fault -> new FieldFault(fault.field(), texts.say(locale, fault.key(), fault.value())))
                        .toList();
                refused.addObject("page", page(code, form, said, "", locale));
                yield refused;
            }
        };
    }
}
