package org.zhengtong.data.mediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.Calls.Called;

/** Calls of the user's department, made and answered. */
@Controller
@RequestMapping("/staff/mediation/calls")
class CallsController {

    private static final int SHOWN = 20;
    private static final int EXPORTED = 10_000;
    private static final String PATH = "/staff/mediation/calls";

    private final Calls calls;
    private final Departments departments;
    private final Texts texts;
    private final Clock clock;

    CallsController(Calls calls, Departments departments, Texts texts, Clock clock) {
        this.calls = calls;
        this.departments = departments;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute CallsForm form, CurrentUser user, Model model) {
        var found = calls.search(form.toQuery(SHOWN), user);
        model.addAttribute(
                "page",
                new MediationPages.CallsPage(
                        form,
                        found.calls(),
                        names(found.calls()),
                        found.next() == null ? null : PATH + form.query(found.next()),
                        form.plain(form.after()).isEmpty() ? null : PATH + form.query(null)));
        return "mediation/calls";
    }

    private Map<String, String> names(List<Called> shown) {
        var ids = shown.stream()
                .flatMap(call -> Stream.of(call.provider(), call.consumer()))
                .filter(id -> !id.isEmpty())
                .map(DepartmentId::new)
                .collect(Collectors.toSet());
        return departments.names(ids).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @GetMapping("/calls.csv")
    void export(@ModelAttribute CallsForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        var found = calls.search(form.toQuery(EXPORTED), user).calls();
        var names = names(found);
        var heads = Stream.of(
                        "at",
                        "id",
                        "service",
                        "operation",
                        "node",
                        "provider",
                        "consumer",
                        "client",
                        "grant",
                        "purpose",
                        "status",
                        "took",
                        "octets")
                .map(column -> texts.say(locale, "mediation.column." + column))
                .toList();
        CsvExport.send(response, "calls.csv", heads, found.stream().map(call -> row(call, names, locale)));
    }

    private List<String> row(Called call, Map<String, String> names, Locale locale) {
        return List.of(
                call.at().atZone(clock.getZone()).toLocalDateTime().toString(),
                call.id().toString(),
                call.service(),
                call.operation(),
                call.node(),
                names.getOrDefault(call.provider(), call.provider()),
                names.getOrDefault(call.consumer(), call.consumer()),
                call.client(),
                call.grant(),
                call.purpose(),
                call.fault().isEmpty() ? String.valueOf(call.status()) : texts.say(locale, "problem." + call.fault()),
                String.valueOf(call.tookMillis()),
                String.valueOf(call.answerOctets()));
    }
}
