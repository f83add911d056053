package org.zhengtong.data.connectors.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.Runs;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;

/** Contracts: one with its runs over time, setting it up, starting it. */
@Controller
@RequestMapping("/staff/connectors")
class ContractsController {

    private static final int SHOWN = 20;

    private final ConnectorsDesk desk;
    private final Connectors connectors;
    private final Runs starting;
    private final ContractStore contracts;
    private final RunStore runs;
    private final Texts texts;
    private final Clock clock;

    ContractsController(
            ConnectorsDesk desk,
            Connectors connectors,
            Runs starting,
            ContractStore contracts,
            RunStore runs,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.connectors = connectors;
        this.starting = starting;
        this.contracts = contracts;
        this.runs = runs;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/contracts/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        var contract = desk.contract(id, user, Connectors.VIEW_SOURCE);
        var source = desk.source(contract.source(), user, Connectors.VIEW_SOURCE);
        var found = runs.list(id, before, SHOWN + 1);
        var shown = found.stream().limit(SHOWN).toList();
        model.addAttribute(
                "page",
                new Pages.ContractPage(
                        source,
                        contract,
                        desk.register(contract),
                        contracts.mapping(id).orElse(null),
                        shown,
                        RunChart.of(shown, clock.instant()),
                        found.size() > SHOWN
                                ? "/staff/connectors/contracts/" + id + "?before="
                                        + shown.getLast().id()
                                : null,
                        desk.edits(user, source),
                        List.of("saved", "mapped", "later", "running", "refused")
                                        .contains(done)
                                ? done
                                : ""));
        return "connectors/contract";
    }

    @GetMapping("/sources/{source}/contracts/new")
    String fresh(@PathVariable long source, CurrentUser user, Model model) {
        var found = desk.source(source, user, Connectors.EDIT_SOURCE);
        model.addAttribute("page", form(0, found, user, Map.of(), List.of()));
        return "connectors/contract_form";
    }

    private Pages.ContractFormPage form(
            long id, Source source, CurrentUser user, Map<String, String> typed, List<FieldFault> faults) {
        return new Pages.ContractFormPage(id, source, desk.loadable(user), typed, faults);
    }

    private ModelAndView refused(Pages.ContractFormPage page) {
        var view = new ModelAndView("connectors/contract_form", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private List<FieldFault> faults(ContractForm form, CurrentUser user, Locale locale) {
        return form.faults(
                desk.loadable(user).stream().map(each -> each.code().value()).toList(), texts, locale);
    }

    @PostMapping("/sources/{source}/contracts")
    ModelAndView add(
            @PathVariable long source, @RequestParam Map<String, String> fields, CurrentUser user, Locale locale) {
        var found = desk.source(source, user, Connectors.EDIT_SOURCE);
        var form = new ContractForm(found.kind(), fields);
        var faults = faults(form, user, locale);
        if (!faults.isEmpty()) {
            return refused(form(0, found, user, fields, faults));
        }
        var id = connectors.add(source, form.draft(), user.actor());
        return new ModelAndView("redirect:/staff/connectors/contracts/" + id
                + (found.kind() == SourceKind.PUSH ? "?done=saved" : "/mapping"));
    }

    @GetMapping("/contracts/{id}/change")
    String change(@PathVariable long id, CurrentUser user, Model model) {
        var contract = desk.contract(id, user, Connectors.EDIT_SOURCE);
        var source = desk.source(contract.source(), user, Connectors.EDIT_SOURCE);
        model.addAttribute(
                "page",
                form(id, source, user, ContractForm.of(source.kind(), contract).fields(), List.of()));
        return "connectors/contract_form";
    }

    @PostMapping("/contracts/{id}")
    ModelAndView save(
            @PathVariable long id, @RequestParam Map<String, String> fields, CurrentUser user, Locale locale) {
        var contract = desk.contract(id, user, Connectors.EDIT_SOURCE);
        var source = desk.source(contract.source(), user, Connectors.EDIT_SOURCE);
        var form = new ContractForm(source.kind(), fields);
        var faults = faults(form, user, locale);
        if (!faults.isEmpty()) {
            return refused(form(id, source, user, fields, faults));
        }
        connectors.change(id, form.draft(), user.actor());
        return new ModelAndView("redirect:/staff/connectors/contracts/" + id + "?done=saved");
    }

    @PostMapping("/contracts/{id}/runs")
    String start(@PathVariable long id, CurrentUser user) {
        desk.contract(id, user, Connectors.EDIT_SOURCE);
        return switch (starting.start(id, user.actor())) {
            case Runs.Started.Begun(var run) -> "redirect:/staff/connectors/runs/" + run;
            case Runs.Started.Running(var run) -> "redirect:/staff/connectors/runs/" + run;
            case Runs.Started.Later _ -> "redirect:/staff/connectors/contracts/" + id + "?done=later";
            case Runs.Started.Refused _ -> "redirect:/staff/connectors/contracts/" + id + "?done=refused";
        };
    }

    @PostMapping("/contracts/{id}/pause")
    String pause(@PathVariable long id, @RequestParam(defaultValue = "true") boolean paused, CurrentUser user) {
        desk.contract(id, user, Connectors.EDIT_SOURCE);
        connectors.pause(id, paused, user.actor());
        return "redirect:/staff/connectors/contracts/" + id;
    }
}
