package org.zhengtong.app.operating.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.operating.OperatingProblem;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.base.settings.SettingOutcome;
import org.zhengtong.base.settings.SettingState;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Changes a setting on screen, with its history. */
@Controller
@RequestMapping("/staff/settings/{name}")
class SettingController {

    private final SettingBook book;
    private final SettingRights rights;
    private final Texts texts;

    SettingController(SettingBook book, SettingRights rights, Texts texts) {
        this.book = book;
        this.rights = rights;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView setting(
            @PathVariable String name, @RequestParam(defaultValue = "false") boolean done, CurrentUser user) {
        rights.requireView(user);
        var state = require(name);
        return page(state, SettingForm.of(state), user, List.of(), done);
    }

    private SettingState require(String name) {
        return book.find(name).filter(state -> state.setting().live()).orElseThrow(SettingController::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(OperatingProblem.SETTING_NOT_FOUND);
    }

    private ModelAndView page(
            SettingState state, SettingForm form, CurrentUser user, List<FieldFault> faults, boolean done) {
        var may = rights.mayChange(user, state.name());
        var view = new ModelAndView(
                "operating/setting", faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("page", new SettingPage(state, form, book.history(state.name()), may, faults, done));
        return view;
    }

    @PostMapping("/value")
    ModelAndView change(@PathVariable String name, @ModelAttribute SettingForm form, CurrentUser user, Locale locale) {
        rights.requireChange(user, name);
        return answer(name, form, book.change(form.wish(name), user.actor()), user, locale);
    }

    @PostMapping("/changes/{id}/undoing")
    ModelAndView undo(@PathVariable String name, @PathVariable long id, CurrentUser user, Locale locale) {
        rights.requireChange(user, name);
        var state = require(name);
        return answer(name, SettingForm.of(state), book.undo(name, id, user.actor()), user, locale);
    }

    private ModelAndView answer(
            String name, SettingForm form, SettingOutcome outcome, CurrentUser user, Locale locale) {
        return switch (outcome) {
            case SettingOutcome.Changed _, SettingOutcome.Unchanged _ ->
                new ModelAndView("redirect:/staff/settings/" + name + "?done=true");
            case SettingOutcome.BadValue _ -> refused(name, form, user, fault(name, locale));
            case SettingOutcome.WhyMissing _ ->
                refused(name, form, user, new FieldFault("why", texts.say(locale, "operating.settings.why.missing")));
            case SettingOutcome.Overtaken _ ->
                refused(name, form, user, new FieldFault("value", texts.say(locale, "operating.settings.overtaken")));
            case SettingOutcome.NotChangeable _ -> throw notFound();
        };
    }

    private FieldFault fault(String name, Locale locale) {
        var kind = require(name).setting().kind();
        return new FieldFault(
                "value", texts.say(locale, kind.rule(), kind.bounds().toArray()));
    }

    /** What was written stays; who tries again has seen the latest change. */
    private ModelAndView refused(String name, SettingForm form, CurrentUser user, FieldFault fault) {
        var state = require(name);
        var again = new SettingForm(form.value(), form.why(), state.changeNumber(), null);
        return page(state, again, user, List.of(fault), false);
    }
}
