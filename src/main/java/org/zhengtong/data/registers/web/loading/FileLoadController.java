package org.zhengtong.data.registers.web.loading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
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
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.StoredFile;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.MadeUpPopulation;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.RowSource;
import org.zhengtong.data.registers.internal.source.FileLoading;
import org.zhengtong.data.registers.web.RegisterDesk;

/** An uploaded file on its way into the register: which column is what, then the work with its progress. */
@Controller
@RequestMapping("/staff/registers/{code}/loads")
class FileLoadController {

    private static final int PREVIEW = 5;
    private static final String REFRESH_SECONDS = "2";
    private static final int LOOKED_THROUGH = 50;

    private final RegisterDesk desk;
    private final RegisterLoading loading;
    private final FileLoading fileLoading;
    private final FileStorage files;
    private final Jobs jobs;
    private final Texts texts;
    private final Clock clock;

    FileLoadController(
            RegisterDesk desk,
            RegisterLoading loading,
            FileLoading fileLoading,
            FileStorage files,
            Jobs jobs,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.loading = loading;
        this.fileLoading = fileLoading;
        this.files = files;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    private RegisterDefinition open(String code, CurrentUser user) {
        var register = desk.open(code, user);
        desk.permits().require(user, register, Registers.EDIT_RECORD);
        return register;
    }

    private StoredFile file(RegisterDefinition register, UUID file) {
        return files.require(new FileId(file), FileLoading.owner(register.code()));
    }

    @GetMapping("/files/{file}")
    ModelAndView mapping(@PathVariable String code, @PathVariable UUID file, CurrentUser user) {
        var register = open(code, user);
        return mapping(register, file, user, Map.of(), LocalDate.now(clock).toString(), List.of());
    }

    private ModelAndView mapping(
            RegisterDefinition register,
            UUID file,
            CurrentUser user,
            Map<String, String> typed,
            String validFrom,
            List<FieldFault> errors) {
        var stored = file(register, file);
        var items = items(register, user);
        var page = fileLoading.with(stored, rows -> {
            var columns = rows.columns();
            return new LoadPages.MappingPage(
                    register,
                    file.toString(),
                    stored.name(),
                    items,
                    columns,
                    typed.isEmpty() ? FileLoading.guess(register, columns) : typed,
                    preview(rows),
                    validFrom,
                    errors);
        });
        var model = new ModelAndView("registers/mapping", "page", page);
        if (!errors.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    /** The key names the record; of the others those that this department is the source of. */
    private List<RegisterItem> items(RegisterDefinition register, CurrentUser user) {
        var mine = desk.permits().mine(user, register);
        return register.items().values().stream()
                .filter(item -> item.name().equals(register.facts().key()) || mine.contains(item.name()))
                .toList();
    }

    private static List<List<String>> preview(RowSource source) throws IOException {
        var lines = new ArrayList<List<String>>();
        try (var rows = source.open(null)) {
            for (var row = rows.next(); row != null && lines.size() < PREVIEW; row = rows.next()) {
                lines.add(Arrays.stream(row)
                        .map(value -> Objects.requireNonNullElse(value, ""))
                        .toList());
            }
        }
        return lines;
    }

    @PostMapping("/files/{file}")
    ModelAndView start(
            @PathVariable String code,
            @PathVariable UUID file,
            @RequestParam Map<String, String> fields,
            CurrentUser user,
            Locale locale) {
        var register = open(code, user);
        var columns = new TreeMap<String, String>();
        for (var item : items(register, user)) {
            var column = fields.getOrDefault("column-" + item.name(), "");
            if (!column.isEmpty()) {
                columns.put(item.name().value(), column);
            }
        }
        var validFrom = fields.getOrDefault("validFrom", "");
        var errors = faults(register, columns, validFrom, locale);
        if (!errors.isEmpty()) {
            return mapping(register, file, user, columns, validFrom, errors);
        }
        var stored = file(register, file);
        var order = new FileLoading.Order(
                code,
                file.toString(),
                stored.name(),
                columns,
                validFrom,
                user.id().toString(),
                user.name());
        var work = jobs.start(new WorkRequest(
                FileLoading.KIND,
                JobNote.of("registers.load.title", register.title().chinese(), stored.name()),
                order.written(),
                user.name()));
        return new ModelAndView("redirect:/staff/registers/" + code + "/loads/works/" + work.value() + "?file=" + file);
    }

    private List<FieldFault> faults(
            RegisterDefinition register, Map<String, String> columns, String validFrom, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        var key = register.keyItem();
        if (!columns.containsKey(key.name().value())) {
            faults.add(new FieldFault(
                    "column-" + key.name(),
                    texts.say(locale, "registers.load.key.missing", key.title().in(locale))));
        }
        if (!validFrom.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            faults.add(new FieldFault("validFrom", texts.say(locale, "registers.load.valid_from.wrong")));
        }
        return faults;
    }

    /** Refreshes itself without JavaScript as long as the work goes on. */
    @GetMapping("/works/{id}")
    String work(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String file,
            CurrentUser user,
            Model model,
            HttpServletResponse response) {
        var register = open(code, user);
        var work = jobs.find(new WorkId(id))
                .filter(found ->
                        found.kind().equals(FileLoading.KIND) || found.kind().equals(MadeUpPopulation.KIND))
                .orElseThrow(() -> new ProblemException(RegistersProblem.LOAD_NOT_FOUND));
        if (!work.state().ended()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        var reference = work.kind().equals(FileLoading.KIND) ? "file " + file : "made up " + id;
        model.addAttribute("page", new LoadPages.WorkPage(register, work, report(register, reference)));
        return "registers/load_work";
    }

    private @Nullable LoadReport report(RegisterDefinition register, String reference) {
        return loading.loads(register.code(), null, LOOKED_THROUGH).stream()
                .filter(load -> load.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/works/{id}/cancellation")
    String cancel(@PathVariable String code, @PathVariable long id, CurrentUser user) {
        open(code, user);
        jobs.cancel(new WorkId(id), user.actor());
        return "redirect:/staff/registers/" + code + "/loads/works/" + id;
    }

    @PostMapping("/works/{id}/retry")
    String retry(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String file,
            CurrentUser user) {
        open(code, user);
        jobs.retry(new WorkId(id), user.actor());
        return "redirect:/staff/registers/" + code + "/loads/works/" + id + "?file=" + UUID.fromString(file);
    }

    /** Made-up people, for trying out how it is with a million. */
    @PostMapping("/people")
    String makePeople(@PathVariable String code, @RequestParam(defaultValue = "0") long count, CurrentUser user) {
        open(code, user);
        var work = jobs.start(MadeUpPopulation.of(count, user.name()));
        return "redirect:/staff/registers/" + code + "/loads/works/" + work.value();
    }
}
