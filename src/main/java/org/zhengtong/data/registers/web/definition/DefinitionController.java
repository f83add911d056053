package org.zhengtong.data.registers.web.definition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.Registers.DefineOutcome;
import org.zhengtong.data.registers.Registers.DefinitionFault;
import org.zhengtong.data.registers.Sensitivity;
import org.zhengtong.data.registers.internal.definition.DefinitionEditing;
import org.zhengtong.data.registers.internal.definition.DefinitionEditing.ItemEdit;
import org.zhengtong.data.registers.web.RegisterDesk;

/** The definition of a register: its whole text in versions, and each item as a form. */
@Controller
@RequestMapping("/staff/registers/{code}")
class DefinitionController {

    private static final int LONGEST_TITLE = 60;
    private static final int MOST_DEPARTMENTS = 300;
    private static final String USUAL_LENGTH = "200";

    private final RegisterDesk desk;
    private final DefinitionEditing editing;
    private final Departments departments;
    private final Texts texts;
    private final Clock clock;

    DefinitionController(
            RegisterDesk desk, DefinitionEditing editing, Departments departments, Texts texts, Clock clock) {
        this.desk = desk;
        this.editing = editing;
        this.departments = departments;
        this.texts = texts;
        this.clock = clock;
    }

    private RegisterDefinition open(String code, CurrentUser user) {
        var register = desk.open(code, user);
        desk.permits().require(user, register, Registers.EDIT_DEFINITION);
        return register;
    }

    @GetMapping("/definition")
    String definition(
            @PathVariable String code, @RequestParam(defaultValue = "0") int version, CurrentUser user, Model model) {
        var register = open(code, user);
        var versions = desk.registers().versions(register.code());
        var shown = versions.stream()
                .filter(each -> version == 0 || each.version() == version)
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND));
        model.addAttribute("page", new DefinitionPage(register, versions, shown));
        return "registers/definition";
    }

    @GetMapping("/items/new")
    ModelAndView fresh(@PathVariable String code, CurrentUser user, Locale locale) {
        var register = open(code, user);
        var form = new ItemForm(
                "",
                "",
                "",
                "string",
                USUAL_LENGTH,
                "",
                Sensitivity.INTERNAL.name(),
                "",
                register.facts().holder().value(),
                today().toString());
        return page(register, null, form, List.of(), locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @GetMapping("/items/{name}")
    ModelAndView edit(@PathVariable String code, @PathVariable String name, CurrentUser user, Locale locale) {
        var register = open(code, user);
        var item = item(register, name);
        var form = new ItemForm(
                name,
                item.title().chinese(),
                item.title().english(),
                "",
                "",
                "",
                item.sensitivity().name(),
                item.masking() == null ? "" : item.masking().name(),
                register.sourceOf(item.name(), today()).value(),
                today().toString());
        return page(register, item, form, List.of(), locale);
    }

    private static RegisterItem item(RegisterDefinition register, String name) {
        return Optional.of(name)
                .filter(ItemName::fits)
                .map(ItemName::new)
                .flatMap(register::find)
                .orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND));
    }

    private ModelAndView page(
            RegisterDefinition register,
            @Nullable RegisterItem item,
            ItemForm form,
            List<FieldFault> errors,
            Locale locale) {
        var division = new DivisionCode(register.facts().holder().division().value());
        var model = new ModelAndView("registers/item");
        model.addObject(
                "page",
                new ItemPage(
                        register,
                        item,
                        form,
                        DefinitionEditing.groups(register, locale),
                        departments.search("", division, MOST_DEPARTMENTS),
                        errors));
        if (!errors.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/items/new")
    ModelAndView add(@PathVariable String code, @ModelAttribute ItemForm form, CurrentUser user, Locale locale) {
        var register = open(code, user);
        var faults = new ArrayList<>(faults(form, locale));
        if (!ItemName.fits(form.value("name"))
                || register.find(new ItemName(form.value("name"))).isPresent()) {
            faults.addFirst(new FieldFault("name", texts.say(locale, "registers.item.name.wrong")));
        }
        if (!form.value("maxLength").matches("[1-9][0-9]{0,3}")) {
            faults.add(new FieldFault("maxLength", texts.say(locale, "registers.item.length.wrong")));
        }
        return faults.isEmpty() ? save(register, null, form, user, locale) : page(register, null, form, faults, locale);
    }

    @PostMapping("/items/{name}")
    ModelAndView change(
            @PathVariable String code,
            @PathVariable String name,
            @ModelAttribute ItemForm form,
            CurrentUser user,
            Locale locale) {
        var register = open(code, user);
        var item = item(register, name);
        var faults = faults(form, locale);
        return faults.isEmpty() ? save(register, item, form, user, locale) : page(register, item, form, faults, locale);
    }

    private List<FieldFault> faults(ItemForm form, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        for (var field : List.of("titleZh", "titleEn")) {
            if (form.value(field).isEmpty() || form.value(field).length() > LONGEST_TITLE) {
                faults.add(new FieldFault(field, texts.say(locale, "registers.item.title.wrong")));
            }
        }
        if (department(form).isEmpty()) {
            faults.add(new FieldFault("source", texts.say(locale, "registers.item.source.wrong")));
        }
        if (!form.value("sourceFrom").matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            faults.add(new FieldFault("sourceFrom", texts.say(locale, "registers.item.from.wrong")));
        }
        return faults;
    }

    private Optional<DepartmentId> department(ItemForm form) {
        try {
            return departments.find(new DepartmentId(form.value("source"))).map(each -> each.id());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private ModelAndView save(
            RegisterDefinition register, @Nullable RegisterItem item, ItemForm form, CurrentUser user, Locale locale) {
        var name = item == null ? new ItemName(form.value("name")) : item.name();
        var edit = new ItemEdit(
                name,
                form.value("titleZh"),
                form.value("titleEn"),
                form.value("type"),
                item == null ? Integer.parseInt(form.value("maxLength")) : 0,
                form.value("group"),
                known(Sensitivity.values(), form.value("sensitivity")).orElse(Sensitivity.INTERNAL.name()),
                known(Masking.values(), form.value("masking")).orElse(""),
                department(form).orElseThrow(),
                LocalDate.parse(form.value("sourceFrom")));
        return switch (editing.save(register, edit, user.actor())) {
            case DefineOutcome.Made _ -> done(register, "added");
            case DefineOutcome.Changed _ -> done(register, item == null ? "added" : "changed");
            case DefineOutcome.Refused refused ->
                page(register, item, form, List.of(new FieldFault("titleZh", said(refused.faults(), locale))), locale);
        };
    }

    private static Optional<String> known(Enum<?>[] values, String text) {
        return java.util.Arrays.stream(values)
                .map(Enum::name)
                .filter(text::equals)
                .findFirst();
    }

    private static ModelAndView done(RegisterDefinition register, String done) {
        return new ModelAndView("redirect:/staff/registers/" + register.code() + "?done=" + done);
    }

    private String said(List<DefinitionFault> faults, Locale locale) {
        return faults.stream()
                .map(fault -> texts.say(locale, fault.key(), fault.arguments().toArray()))
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }
}
