package org.zhengtong.data.registers.web.loading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegisterLoading.SetAsideRow;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.source.FileLoading;
import org.zhengtong.data.registers.web.RegisterDesk;

/** Loads of a register: upload, report, rows that were set aside. */
@Controller
@RequestMapping("/staff/registers/{code}/loads")
class LoadsController {

    private static final int SHOWN = 20;
    private static final int ROWS = 50;
    private static final int PIECE = 1_000;

    private final RegisterDesk desk;
    private final RegisterLoading loading;
    private final FileStorage files;
    private final Texts texts;
    private final org.zhengtong.base.ui.NodeMode mode;
    private final ReceiptCheck receipts;

    LoadsController(
            RegisterDesk desk,
            RegisterLoading loading,
            FileStorage files,
            Texts texts,
            org.zhengtong.base.ui.NodeMode mode,
            ReceiptCheck receipts) {
        this.desk = desk;
        this.loading = loading;
        this.files = files;
        this.texts = texts;
        this.mode = mode;
        this.receipts = receipts;
    }

    private RegisterDefinition open(String code, CurrentUser user) {
        var register = desk.open(code, user);
        desk.permits().require(user, register, Registers.EDIT_RECORD);
        return register;
    }

    @GetMapping
    String list(@PathVariable String code, @RequestParam @Nullable Long before, CurrentUser user, Model model) {
        model.addAttribute("page", page(open(code, user), before, List.of()));
        return "registers/loads";
    }

    private LoadPages.LoadsPage page(RegisterDefinition register, @Nullable Long before, List<FieldFault> errors) {
        var found = loading.loads(register.code(), before, SHOWN + 1);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        return new LoadPages.LoadsPage(
                register,
                shown,
                found.size() > SHOWN
                        ? "/staff/registers/" + register.code() + "/loads?before="
                                + shown.getLast().id()
                        : null,
                mode.demo() && register.code().value().equals("population"),
                errors);
    }

    @PostMapping
    ModelAndView upload(@PathVariable String code, @ModelAttribute LoadForm form, CurrentUser user, Locale locale) {
        var register = open(code, user);
        var file = form.file();
        if (file == null || file.isEmpty()) {
            return refused(register, texts.say(locale, "registers.load.file.missing"));
        }
        var upload = new FileUpload(
                String.valueOf(file.getOriginalFilename()),
                file.getContentType(),
                file,
                FileLoading.owner(register.code()),
                // Not the account alone: words of files that accounts hand in are read for the search, these are not.
                "registers, account " + user.id());
        return switch (files.store(upload, FileLoading.RULES)) {
            case StoreOutcome.Refused wrong ->
                refused(
                        register,
                        texts.say(locale, wrong.textKey(), wrong.args().toArray()));
            case StoreOutcome.Stored stored ->
                new ModelAndView("redirect:/staff/registers/" + code + "/loads/files/"
                        + stored.file().id().value());
        };
    }

    private ModelAndView refused(RegisterDefinition register, String text) {
        var model = new ModelAndView("registers/loads", HttpStatus.UNPROCESSABLE_CONTENT);
        model.addObject("page", page(register, null, List.of(new FieldFault("file", text))));
        return model;
    }

    @GetMapping("/{id}")
    String report(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long after,
            CurrentUser user,
            Model model) {
        var register = open(code, user);
        var report = report(register, id);
        var rows = loading.setAside(id, after, ROWS + 1);
        var shown = rows.subList(0, Math.min(ROWS, rows.size()));
        model.addAttribute(
                "page",
                new LoadPages.ReportPage(
                        register,
                        report,
                        receipts.signed(report),
                        shown,
                        rows.size() > ROWS
                                ? "/staff/registers/" + code + "/loads/" + id + "?after="
                                        + shown.getLast().row()
                                : null));
        return "registers/load";
    }

    private LoadReport report(RegisterDefinition register, long id) {
        return loading.find(id)
                .filter(found -> found.register().equals(register.code()))
                .orElseThrow(() -> new ProblemException(RegistersProblem.LOAD_NOT_FOUND));
    }

    /** The rows as they were read, each with what is wrong with it; mended, the file can be loaded as it is. */
    @GetMapping("/{id}/set-aside.csv")
    void setAside(
            @PathVariable String code,
            @PathVariable long id,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        report(open(code, user), id);
        var first = loading.setAside(id, 0, PIECE);
        var columns = first.isEmpty()
                ? List.<String>of()
                : List.copyOf(first.getFirst().values().keySet());
        var heads = new ArrayList<>(columns);
        heads.add(texts.say(locale, "registers.column.row"));
        heads.add(texts.say(locale, "registers.column.faults"));
        CsvExport.send(response, "set-aside-" + id + ".csv", heads, rows(id).map(row -> cells(row, columns, locale)));
    }

    private Stream<SetAsideRow> rows(long id) {
        return Stream.iterate(
                        loading.setAside(id, 0, PIECE),
                        piece -> !piece.isEmpty(),
                        piece -> loading.setAside(id, piece.getLast().row(), PIECE))
                .flatMap(List::stream);
    }

    private List<String> cells(SetAsideRow row, List<String> columns, Locale locale) {
        var cells = new ArrayList<String>();
        columns.forEach(column -> cells.add(row.values().getOrDefault(column, "")));
        cells.add(String.valueOf(row.row()));
        cells.add(row.faults().stream()
                .map(fault ->
                        fault.column() + ": " + texts.say(locale, "registers.rule." + fault.rule(), fault.wanted()))
                .reduce((one, other) -> one + "; " + other)
                .orElse(""));
        return cells;
    }
}
