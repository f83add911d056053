package org.zhengtong.data.connectors.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.connectors.web.Pages.ContractLine;
import org.zhengtong.data.connectors.web.Pages.SourceLine;

/** Sources: the list with its picture, one source, setting it up, testing it. */
@Controller
@RequestMapping("/staff/connectors")
class SourcesController {

    private static final Duration SHOWN = Duration.ofDays(30);

    private final ConnectorsDesk desk;
    private final Connectors connectors;
    private final ContractStore contracts;
    private final RunStore runs;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    SourcesController(
            ConnectorsDesk desk,
            Connectors connectors,
            ContractStore contracts,
            RunStore runs,
            Permissions permissions,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.connectors = connectors;
        this.contracts = contracts;
        this.runs = runs;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(CurrentUser user, Locale locale, Model model) {
        var lines = lines(desk.visible(user), locale);
        model.addAttribute(
                "page",
                new Pages.ListPage(lines, FlowPicture.of(lines), permissions.may(user, Connectors.EDIT_SOURCE)));
        return "connectors/list";
    }

    private List<SourceLine> lines(List<Source> sources, Locale locale) {
        var found = contracts.of(sources.stream().map(Source::id).toList());
        var ids = found.stream().map(Contract::id).toList();
        var latest = runs.latest(ids).stream().collect(Collectors.toMap(Run::contract, Function.identity()));
        var flows = runs.flows(ids, clock.instant().minus(SHOWN)).stream()
                .collect(Collectors.toMap(RunStore.Flow::contract, RunStore.Flow::rows));
        var titles = desk.registers().stream()
                .collect(Collectors.toMap(
                        each -> each.code().value(), each -> each.title().in(locale)));
        var names = desk.names(sources.stream().map(Source::department).toList());
        return sources.stream()
                .map(source -> new SourceLine(
                        source,
                        names.getOrDefault(
                                source.department(), source.department().value()),
                        found.stream()
                                .filter(contract -> contract.source() == source.id())
                                .map(contract -> new ContractLine(
                                        contract,
                                        titles.getOrDefault(
                                                contract.register().value(),
                                                contract.register().value()),
                                        latest.get(contract.id()),
                                        flows.getOrDefault(contract.id(), 0L)))
                                .toList()))
                .toList();
    }

    @GetMapping("/sources/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Locale locale,
            Model model) {
        var source = desk.source(id, user, Connectors.VIEW_SOURCE);
        model.addAttribute("page", page(source, user, locale, done, ""));
        return "connectors/source";
    }

    private Pages.SourcePage page(Source source, CurrentUser user, Locale locale, String done, String key) {
        var line = lines(List.of(source), locale).getFirst();
        return new Pages.SourcePage(
                source,
                line.department(),
                line.contracts(),
                desk.edits(user, source),
                List.of("saved", "tested").contains(done) ? done : "",
                key);
    }

    @GetMapping("/sources/new")
    String fresh(@RequestParam(defaultValue = "JDBC") SourceKind kind, CurrentUser user, Model model) {
        permissions.require(user, Connectors.EDIT_SOURCE);
        model.addAttribute("page", new Pages.SourceFormPage(0, kind, Map.of(), false, List.of()));
        return "connectors/source_form";
    }

    @PostMapping("/sources")
    ModelAndView add(
            @RequestParam SourceKind kind, @RequestParam Map<String, String> fields, CurrentUser user, Locale locale) {
        var department = user.department();
        if (department == null) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        permissions.require(user, Connectors.EDIT_SOURCE, department);
        var form = new SourceForm(kind, fields);
        var faults = form.faults(texts, locale);
        if (!faults.isEmpty()) {
            return refused(new Pages.SourceFormPage(0, kind, shown(fields), false, faults));
        }
        var id = connectors.add(form.draft(department), user.actor());
        return new ModelAndView("redirect:/staff/connectors/sources/" + id + "?done=saved");
    }

    /** A password never goes back into a page. */
    private static Map<String, String> shown(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !List.of("secret", "privateKey").contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ModelAndView refused(Pages.SourceFormPage page) {
        var view = new ModelAndView("connectors/source_form", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/sources/{id}/change")
    String change(@PathVariable long id, CurrentUser user, Model model) {
        var source = desk.source(id, user, Connectors.EDIT_SOURCE);
        model.addAttribute(
                "page",
                new Pages.SourceFormPage(
                        id, source.kind(), SourceForm.of(source).fields(), source.secretKept(), List.of()));
        return "connectors/source_form";
    }

    @PostMapping("/sources/{id}")
    ModelAndView save(
            @PathVariable long id, @RequestParam Map<String, String> fields, CurrentUser user, Locale locale) {
        var source = desk.source(id, user, Connectors.EDIT_SOURCE);
        var form = new SourceForm(source.kind(), fields);
        var faults = form.faults(texts, locale);
        if (!faults.isEmpty()) {
            return refused(new Pages.SourceFormPage(id, source.kind(), shown(fields), source.secretKept(), faults));
        }
        connectors.change(id, form.draft(source.department()), user.actor());
        return new ModelAndView("redirect:/staff/connectors/sources/" + id + "?done=saved");
    }

    @PostMapping("/sources/{id}/test")
    String test(@PathVariable long id, CurrentUser user) {
        connectors.test(desk.source(id, user, Connectors.EDIT_SOURCE), user.actor());
        return "redirect:/staff/connectors/sources/" + id + "?done=tested";
    }

    @PostMapping("/sources/{id}/host-key")
    String confirmKey(@PathVariable long id, @RequestParam String key, CurrentUser user) {
        var source = desk.source(id, user, Connectors.EDIT_SOURCE);
        if (!connectors.confirmKey(source, key, user.actor())) {
            throw new ProblemException(ConnectorsProblem.KEY_DIFFERS);
        }
        return test(id, user);
    }

    @PostMapping("/sources/{id}/key")
    String newKey(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        var source = desk.source(id, user, Connectors.EDIT_SOURCE);
        if (source.kind() != SourceKind.PUSH) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        var key = connectors.newKey(id, user.actor());
        model.addAttribute("page", page(desk.source(id, user, Connectors.VIEW_SOURCE), user, locale, "", key));
        return "connectors/source";
    }
}
