package org.zhengtong.data.mediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.mediation.Services.Listed;
import org.zhengtong.data.mediation.Services.SaveOutcome;

/** Services here and at neighbours: the list, and the form by which a department declares one. */
@Controller
@RequestMapping("/staff/mediation/services")
class ServicesController {

    private final Services services;
    private final Permissions permissions;
    private final Texts texts;

    ServicesController(Services services, Permissions permissions, Texts texts) {
        this.services = services;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping
    String list(@ModelAttribute ServicesForm form, CurrentUser user, Model model) {
        var found = services.search(form.toQuery(), user);
        var all = services.search(new Services.Query("", null, null, null), user);
        model.addAttribute(
                "page",
                new MediationPages.ListPage(
                        form,
                        found,
                        choices(all, each -> each.node().value(), Listed::nodeName),
                        choices(all, each -> each.department().value(), Listed::departmentName),
                        permissions.may(user, Services.MANAGE_SERVICE)));
        return "mediation/services";
    }

    private static Map<String, String> choices(
            Iterable<Listed> all, Function<Listed, String> key, Function<Listed, String> name) {
        var choices = new TreeMap<String, String>();
        all.forEach(each -> choices.put(key.apply(each), name.apply(each)));
        return choices;
    }

    @GetMapping("/services.csv")
    void export(@ModelAttribute ServicesForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        var heads = Stream.of("code", "name", "node", "department", "state", "operations", "resource")
                .map(column -> texts.say(locale, "mediation.column." + column))
                .toList();
        CsvExport.send(
                response,
                "services.csv",
                heads,
                services.search(form.toQuery(), user).stream()
                        .map(each -> List.of(
                                each.code().value(),
                                each.name(),
                                each.nodeName(),
                                each.departmentName(),
                                texts.say(locale, "mediation.state." + each.state()),
                                each.operations().stream()
                                        .map(Operation::toString)
                                        .collect(Collectors.joining("; ")),
                                each.resource())));
    }

    @GetMapping("/new")
    ModelAndView fresh(CurrentUser user) {
        permissions.require(user, Services.MANAGE_SERVICE);
        return form(ServiceForm.FRESH, null, List.of(), false);
    }

    private static ModelAndView form(
            ServiceForm form, @Nullable MediatedService stored, List<FieldFault> errors, boolean overtaken) {
        var view = new ModelAndView("mediation/service_form");
        if (!errors.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        } else if (overtaken) {
            view.setStatus(HttpStatus.CONFLICT);
        }
        view.addObject("page", new MediationPages.FormPage(form, stored, errors, overtaken));
        return view;
    }

    @PostMapping
    ModelAndView add(@ModelAttribute ServiceForm form, CurrentUser user, Shell shell) {
        permissions.require(user, Services.MANAGE_SERVICE);
        var unreadable = form.unreadable();
        return unreadable.isEmpty()
                ? after(services.save(form.draft(), 0, user), form, null, shell)
                : form(form, null, faults(unreadable, shell), false);
    }

    private static List<FieldFault> faults(Map<String, String> faults, Shell shell) {
        return faults.entrySet().stream()
                .map(fault -> new FieldFault(fault.getKey(), shell.say(fault.getValue())))
                .toList();
    }

    private static ModelAndView after(
            SaveOutcome outcome, ServiceForm form, @Nullable MediatedService stored, Shell shell) {
        return switch (outcome) {
            case SaveOutcome.Saved(var saved) ->
                new ModelAndView("redirect:/staff/mediation/services/" + saved.code() + "?done=saved");
            case SaveOutcome.Refused(var faults) -> form(form, stored, faults(faults, shell), false);
            case SaveOutcome.Overtaken(var present) -> form(form, present, List.of(), true);
        };
    }

    @GetMapping("/{code:[a-z][a-z0-9-]{1,59}}/change")
    ModelAndView change(@PathVariable String code, CurrentUser user) {
        var service = services.require(new ServiceCode(code));
        permissions.require(user, Services.MANAGE_SERVICE, service.department());
        return form(ServiceForm.of(service), service, List.of(), false);
    }

    @PostMapping("/{code:[a-z][a-z0-9-]{1,59}}")
    ModelAndView save(@PathVariable String code, @ModelAttribute ServiceForm form, CurrentUser user, Shell shell) {
        var service = services.require(new ServiceCode(code));
        permissions.require(user, Services.MANAGE_SERVICE, service.department());
        var typed = form.named(code);
        var unreadable = typed.unreadable();
        return unreadable.isEmpty()
                ? after(services.save(typed.draft(), typed.seenRevision(), user), typed, service, shell)
                : form(typed, service, faults(unreadable, shell), false);
    }
}
