package org.zhengtong.data.registers.web.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.base.schema.Words;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.RegisterWriting.RecordEdit;
import org.zhengtong.data.registers.RegisterWriting.WriteOutcome;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.web.RegisterDesk;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as a form, for the staff of its sources. */
@Controller
@RequestMapping("/staff/registers/{code}")
class EditController {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegisterDesk desk;
    private final RegisterReading reading;
    private final RegisterWriting writing;
    private final EditForms editForms;
    private final Forms forms;
    private final Texts texts;
    private final Clock clock;

    EditController(
            RegisterDesk desk,
            RegisterReading reading,
            RegisterWriting writing,
            EditForms editForms,
            Forms forms,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.reading = reading;
        this.writing = writing;
        this.editForms = editForms;
        this.forms = forms;
        this.texts = texts;
        this.clock = clock;
    }

    /** What is edited; without a record it is a new one. */
    private record Editing(
            RegisterDefinition register, @Nullable RegisterRecord record, String link, FormSchema form, Locale locale) {
        String address() {
            return "/staff/registers/" + register.code() + (record == null ? "/new" : "/records/" + link + "/edit");
        }
    }

    private Editing editing(String code, String link, CurrentUser user, Locale locale) {
        var register = desk.open(code, user);
        desk.permits().require(user, register, Registers.EDIT_RECORD);
        if (link.isEmpty()) {
            return new Editing(register, null, "", editForms.of(register, true), locale);
        }
        // The form shows what is stored, or a masked value would be stored in its place.
        var clear = desk.permits().clear(user, register, texts.say(locale, "registers.edit.purpose"));
        var record = reading.byKey(register.code(), desk.key(link), clear)
                .orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        return new Editing(register, record, link, editForms.of(register, false), locale);
    }

    @GetMapping("/records/{link}/edit")
    ModelAndView edit(@PathVariable String code, @PathVariable String link, CurrentUser user, Locale locale) {
        var editing = editing(code, link, user, locale);
        var record = Objects.requireNonNull(editing.record());
        var answers = EditForms.answers(editing.register(), record);
        ((ObjectNode) answers.path(EditForms.PAGE))
                .put(EditForms.VALID_FROM, LocalDate.now(clock).toString());
        return view(editing, answers, record.position(), List.of(), null);
    }

    @GetMapping("/new")
    ModelAndView fresh(@PathVariable String code, CurrentUser user, Locale locale) {
        var editing = editing(code, "", user, locale);
        var answers = JSON.createObjectNode();
        answers.putObject(EditForms.PAGE)
                .put(EditForms.VALID_FROM, LocalDate.now(clock).toString());
        return view(editing, answers, 0, List.of(), null);
    }

    private ModelAndView view(
            Editing editing,
            ObjectNode answers,
            long seen,
            List<Violation> violations,
            WriteOutcome.@Nullable Overtaken overtaken) {
        var view = forms.view(editing.form(), EditForms.PAGE, answers, violations, editing.locale());
        var model = new ModelAndView("registers/edit");
        model.addObject(
                "page",
                new EditPage(
                        editing.register(),
                        view,
                        editing.address() + "?seen=" + seen,
                        editing.record() == null
                                ? null
                                : "/staff/registers/" + editing.register().code() + "/records/" + editing.link(),
                        overtaken,
                        editing.register().items().values().stream()
                                .map(item -> item.title().in(editing.locale()) + ": "
                                        + desk.name(editing.register().sourceOf(item.name(), LocalDate.now(clock))))
                                .toList()));
        if (!violations.isEmpty() || overtaken != null) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/records/{link}/edit")
    ModelAndView save(
            @PathVariable String code,
            @PathVariable String link,
            @RequestParam long seen,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            Locale locale) {
        return save(editing(code, link, user, locale), seen, fields, user);
    }

    @PostMapping("/new")
    ModelAndView enter(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            CurrentUser user,
            Locale locale) {
        return save(editing(code, "", user, locale), 0, fields, user);
    }

    private ModelAndView save(Editing editing, long seen, MultiValueMap<String, String> fields, CurrentUser user) {
        var record = editing.record();
        var draft = record == null ? JSON.createObjectNode() : EditForms.answers(editing.register(), record);
        var submission = new FormSubmission(
                fields,
                new LinkedMultiValueMap<>(),
                new FileOwner("registers", "edit"),
                user.id().toString());
        var entry = forms.read(editing.form(), EditForms.PAGE, draft, submission);
        var violations = new ArrayList<>(entry.refused());
        violations.addAll(forms.check(editing.form(), EditForms.PAGE, entry.answers()));
        if (!violations.isEmpty()) {
            return view(editing, entry.answers(), seen, violations, null);
        }
        var edit = edit(editing, entry.answers(), seen);
        return switch (writing.write(edit, user)) {
            case WriteOutcome.Written written ->
                to(editing, edit.key(), written.asked().isEmpty() ? "written" : "asked");
            case WriteOutcome.Unchanged _ -> to(editing, edit.key(), "unchanged");
            case WriteOutcome.Overtaken overtaken -> view(editing, entry.answers(), seen, List.of(), overtaken);
            case WriteOutcome.Refused refused ->
                view(editing, entry.answers(), seen, violations(refused.faults()), null);
        };
    }

    private ModelAndView to(Editing editing, RecordKey key, String done) {
        return new ModelAndView("redirect:" + desk.link(editing.register().code(), key) + "?done=" + done);
    }

    private static RecordEdit edit(Editing editing, ObjectNode answers, long seen) {
        var page = answers.path(EditForms.PAGE);
        var values = new LinkedHashMap<ItemName, @Nullable String>();
        editing.register().items().keySet().forEach(item -> {
            var text = EditForms.text(page.path(item.value()));
            values.put(item, text.isEmpty() ? null : text);
        });
        var record = editing.record();
        var key = record == null
                ? new RecordKey(
                        String.valueOf(values.get(editing.register().facts().key())))
                : record.key();
        return new RecordEdit(
                editing.register().code(),
                key,
                values,
                LocalDate.parse(EditForms.text(page.path(EditForms.VALID_FROM))),
                seen,
                EditForms.text(page.path(EditForms.REASON)));
    }

    private List<Violation> violations(List<RowFault> faults) {
        return faults.stream()
                .map(fault -> new Violation(
                        "/" + EditForms.PAGE + "/" + fault.item().value(),
                        List.of(),
                        new Words(
                                texts.say(Locale.CHINESE, "registers.rule." + fault.rule(), fault.wanted()),
                                texts.say(Locale.ENGLISH, "registers.rule." + fault.rule(), fault.wanted())),
                        fault.rule()))
                .toList();
    }

    @GetMapping("/records/{link}/end")
    ModelAndView askEnd(@PathVariable String code, @PathVariable String link, CurrentUser user, Locale locale) {
        var editing = editing(code, link, user, locale);
        return ending(editing, Map.of("on", LocalDate.now(clock).toString(), "reason", ""), List.of());
    }

    private ModelAndView ending(Editing editing, Map<String, String> typed, List<String> faults) {
        var model = new ModelAndView("registers/end");
        model.addObject(
                "page",
                new EndPage(
                        editing.register(),
                        Objects.requireNonNull(editing.record())
                                .text(editing.register().facts().label()),
                        "/staff/registers/" + editing.register().code() + "/records/" + editing.link(),
                        typed.getOrDefault("on", ""),
                        typed.getOrDefault("reason", ""),
                        faults));
        if (!faults.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/records/{link}/end")
    ModelAndView end(
            @PathVariable String code,
            @PathVariable String link,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale) {
        var editing = editing(code, link, user, locale);
        var faults = new ArrayList<String>();
        var day = RecordController.date(on);
        if (day == null) {
            faults.add("on");
        }
        if (reason.isBlank()) {
            faults.add("reason");
        }
        if (day != null && faults.isEmpty()) {
            var key = Objects.requireNonNull(editing.record()).key();
            if (!(writing.end(editing.register().code(), key, day, reason.strip(), user)
                    instanceof WriteOutcome.Refused)) {
                return to(editing, key, "ended");
            }
            faults.add("on");
        }
        return ending(editing, Map.of("on", on, "reason", reason), faults);
    }
}
