package org.zhengtong.data.connectors.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.internal.running.Preview;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;

/** The designer of a mapping: which column is which item, tried on the source's first rows before it is saved. */
@Controller
@RequestMapping("/staff/connectors/contracts/{id}/mapping")
class MappingController {

    private final ConnectorsDesk desk;
    private final Connectors connectors;
    private final ContractStore contracts;
    private final Preview preview;
    private final Texts texts;
    private final Clock clock;

    MappingController(
            ConnectorsDesk desk,
            Connectors connectors,
            ContractStore contracts,
            Preview preview,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.connectors = connectors;
        this.contracts = contracts;
        this.preview = preview;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView design(@PathVariable long id, CurrentUser user) {
        var contract = desk.contract(id, user, Connectors.EDIT_SOURCE);
        var seen = preview.columns(contract);
        var rules = contracts
                .mapping(id)
                .map(Mapping::rules)
                .orElseGet(() -> MappingForm.guess(items(contract, user), seen.columns()));
        return page(contract, user, seen, rules, List.of(), Preview.Tried.NOTHING);
    }

    private List<RegisterItem> items(Contract contract, CurrentUser user) {
        return desk.items(user, desk.register(contract), LocalDate.now(clock));
    }

    private ModelAndView page(
            Contract contract,
            CurrentUser user,
            Preview.Seen seen,
            List<Mapping.Rule> rules,
            List<FieldFault> faults,
            Preview.Tried tried) {
        var register = desk.register(contract);
        var byItem = rules.stream().collect(Collectors.toMap(rule -> rule.item().value(), Function.identity()));
        var view = new ModelAndView(
                "connectors/mapping",
                "page",
                new Pages.MappingPage(
                        desk.source(contract.source(), user, Connectors.EDIT_SOURCE),
                        contract,
                        register,
                        items(contract, user),
                        seen.columns().isEmpty() ? contract.columns() : seen.columns(),
                        byItem,
                        contracts.mappings(contract.id()),
                        tried.rows().stream()
                                .map(row -> new Pages.PreviewRow(row.number(), row.values(), row.faults()))
                                .toList(),
                        tried.trouble() == null ? seen.trouble() : tried.trouble(),
                        faults,
                        tried != Preview.Tried.NOTHING));
        if (!faults.isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** Tries the rules on the first rows, or keeps them as a new version. */
    @PostMapping
    ModelAndView save(
            @PathVariable long id, @RequestParam Map<String, String> fields, CurrentUser user, Locale locale) {
        var contract = desk.contract(id, user, Connectors.EDIT_SOURCE);
        var register = desk.register(contract);
        var form = new MappingForm(items(contract, user), fields);
        var rules = form.rules();
        var seen = preview.columns(contract);
        var columns = seen.columns().stream().map(SourceColumn::name).toList();
        var faults = form.faults(register.keyItem(), columns, texts, locale);
        if (!faults.isEmpty()) {
            return page(contract, user, seen, rules, faults, Preview.Tried.NOTHING);
        }
        if (fields.containsKey("try")) {
            var tried = preview.tried(contract, ordered(register, rules), user.actor());
            return page(contract, user, seen, rules, List.of(), tried);
        }
        connectors.map(id, rules, seen.columns(), user.actor());
        return new ModelAndView("redirect:/staff/connectors/contracts/" + id + "?done=mapped");
    }

    private static List<Mapping.Rule> ordered(RegisterDefinition register, List<Mapping.Rule> rules) {
        return register.items().keySet().stream()
                .flatMap(item -> rules.stream().filter(rule -> rule.item().equals(item)))
                .toList();
    }
}
