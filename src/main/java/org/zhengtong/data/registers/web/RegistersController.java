package org.zhengtong.data.registers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemSource;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.Registers.RegisterSize;
import org.zhengtong.data.registers.internal.reading.CoverageSearch;
import org.zhengtong.data.registers.web.RegisterPage.ItemLine;

/** The registers, and what each of them is. */
@Controller
@RequestMapping("/staff/registers")
class RegistersController {

    private static final int LOADS = 5;

    private final RegisterDesk desk;
    private final Corrections corrections;
    private final RegisterLoading loading;
    private final CoverageSearch coverage;
    private final Clock clock;

    RegistersController(
            RegisterDesk desk, Corrections corrections, RegisterLoading loading, CoverageSearch coverage, Clock clock) {
        this.desk = desk;
        this.corrections = corrections;
        this.loading = loading;
        this.coverage = coverage;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String done, CurrentUser user, Model model) {
        var visible = desk.visible(user);
        var sizes = desk.registers().sizes();
        var names = desk.names(visible.stream().flatMap(this::departments).toList());
        var lines = visible.stream()
                .map(each -> line(each, sizes.get(each.code()), names, user))
                .toList();
        model.addAttribute(
                "page",
                new RegistersPage(lines, corrections.waiting(user), user.may(Registers.EDIT_DEFINITION), known(done)));
        return "registers/registers";
    }

    static String known(String done) {
        return switch (done) {
            case "written", "unchanged", "ended", "asked", "flagged", "answered", "changed", "added", "unmasked" ->
                done;
            default -> "";
        };
    }

    /** The holder first, then the sources. */
    private Stream<DepartmentId> departments(RegisterDefinition register) {
        return Stream.concat(
                Stream.of(register.facts().holder()),
                register.departmentsOn(LocalDate.now(clock)).stream().sorted());
    }

    private RegistersPage.Line line(
            RegisterDefinition register,
            @Nullable RegisterSize size,
            Map<DepartmentId, String> names,
            CurrentUser user) {
        var shown = departments(register)
                .map(each -> names.getOrDefault(each, each.value()))
                .toList();
        return new RegistersPage.Line(
                register,
                size == null ? 0 : size.records(),
                register.items().size(),
                shown.getFirst(),
                shown.subList(1, shown.size()),
                desk.permits().holds(user, register, Registers.EDIT_RECORD));
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code, @RequestParam(defaultValue = "") String done, CurrentUser user, Model model) {
        var register = desk.open(code, user);
        var size = desk.registers().size(register.code());
        var full = coverage.of(register.code());
        var own = desk.permits().holds(user, register, Registers.VIEW_RECORD);
        model.addAttribute(
                "page",
                new RegisterPage(
                        register,
                        size.records(),
                        desk.name(register.facts().holder()),
                        register.items().values().stream()
                                .map(item -> line(register, item, full))
                                .toList(),
                        own ? loading.loads(register.code(), null, LOADS) : List.of(),
                        desk.registers().versions(register.code()),
                        new RegisterPage.Rights(
                                own,
                                desk.permits().holds(user, register, Registers.EDIT_RECORD),
                                desk.permits().holds(user, register, Registers.EDIT_DEFINITION)),
                        known(done)));
        return "registers/register";
    }

    private ItemLine line(RegisterDefinition register, RegisterItem item, Map<ItemName, Integer> full) {
        var today = LocalDate.now(clock);
        var since = register.sources().stream()
                .filter(source ->
                        source.item().equals(item.name()) && !source.from().isAfter(today))
                .max(Comparator.comparing(ItemSource::from))
                .map(ItemSource::from)
                .orElse(null);
        return new ItemLine(
                item, desk.name(register.sourceOf(item.name(), today)), since, full.getOrDefault(item.name(), -1));
    }
}
