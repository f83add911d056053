package org.zhengtong.data.catalog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogImports;
import org.zhengtong.data.catalog.CatalogImports.CellFinding;
import org.zhengtong.data.catalog.CatalogImports.ReceiveOutcome;

/** Entries in files: send, look cell by cell, take the good ones, have the bad ones back. */
@Controller
@RequestMapping("/staff/catalog/imports")
class CatalogImportController {
    private static final String PATH = "/staff/catalog/imports";

    private final CatalogImports imports;
    private final Permissions permissions;

    CatalogImportController(CatalogImports imports, Permissions permissions) {
        this.imports = imports;
        this.permissions = permissions;
    }

    @GetMapping
    String form(CurrentUser user, Model model) {
        permissions.require(user, Catalog.COMPILE_RESOURCE);
        model.addAttribute("page", new CatalogImportPage(List.of(), null, imports.columns()));
        return "catalog/import";
    }

    @PostMapping
    ModelAndView receive(CurrentUser user, @RequestParam MultipartFile file, Shell shell) throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file.isEmpty() && name.isEmpty()) {
            return refused(shell.say("catalog.import.no-file"));
        }
        return switch (imports.receive(name, file.getBytes(), user)) {
            case ReceiveOutcome.Received received -> new ModelAndView("redirect:" + PATH + "/" + received.file());
            case ReceiveOutcome.Unreadable unreadable ->
                refused(shell.say(unreadable.key(), unreadable.args().toArray()));
        };
    }

    private ModelAndView refused(String why) {
        var refused = new ModelAndView("catalog/import", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", new CatalogImportPage(List.of(new FieldFault("file", why)), null, imports.columns()));
        return refused;
    }

    @GetMapping("/{id:\\d+}")
    String preview(CurrentUser user, @PathVariable long id, Model model) {
        model.addAttribute("page", new CatalogImportPage(List.of(), imports.preview(id, user), imports.columns()));
        return "catalog/import_preview";
    }

    @GetMapping("/{id:\\d+}/findings.csv")
    void findings(CurrentUser user, @PathVariable long id, Shell shell, HttpServletResponse response)
            throws IOException {
        var preview = imports.preview(id, user);
        CsvExport.send(
                response,
                "findings.csv",
                Stream.of("line", "column", "value", "rule", "weight")
                        .map(each -> shell.say("catalog.import." + each))
                        .toList(),
                preview.findings().stream().map(each -> line(each, shell)));
    }

    private static List<String> line(CellFinding each, Shell shell) {
        return List.of(
                String.valueOf(each.line()),
                Findings.label(each.finding(), shell),
                each.value(),
                say(each, shell),
                shell.say(each.finding().blocking() ? "catalog.import.blocking" : "catalog.import.warning"));
    }

    private static String say(CellFinding each, Shell shell) {
        return shell.say(each.finding().textKey(), each.finding().args().toArray());
    }

    @GetMapping("/{id:\\d+}/bad-rows.csv")
    void badRows(CurrentUser user, @PathVariable long id, Shell shell, HttpServletResponse response)
            throws IOException {
        var bad = imports.badRows(id, user);
        var heads = new ArrayList<>(bad.heads());
        heads.add(shell.say("catalog.import.rule"));
        CsvExport.send(
                response, "bad-rows.csv", heads, bad.rows().entrySet().stream().map(row -> {
                    var cells = new ArrayList<>(row.getValue());
                    while (cells.size() < bad.heads().size()) {
                        cells.add("");
                    }
                    cells.add(bad.findings().getOrDefault(row.getKey(), List.of()).stream()
                            .map(each -> say(each, shell))
                            .collect(Collectors.joining(" ")));
                    return cells;
                }));
    }

    @PostMapping("/{id:\\d+}/application")
    String take(CurrentUser user, @PathVariable long id) {
        imports.takeGood(id, user);
        return "redirect:/staff/catalog/drafts?done=taken";
    }

    @PostMapping("/{id:\\d+}/rejection")
    String discard(CurrentUser user, @PathVariable long id) {
        imports.discard(id, user);
        return "redirect:" + PATH;
    }

    @GetMapping("/empty.{format:csv|xlsx}")
    void empty(CurrentUser user, @PathVariable String format, Shell shell, HttpServletResponse response)
            throws IOException {
        permissions.require(user, Catalog.COMPILE_RESOURCE);
        var heads = imports.columns().stream()
                .map(column -> shell.say("catalog.field." + column))
                .toList();
        if (format.equals("csv")) {
            CsvExport.send(response, "catalog.csv", heads, Stream.empty());
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"catalog.xlsx\"");
        try (var book = new Workbook(response.getOutputStream(), "Zhengtong", "1.0")) {
            var sheet = book.newWorksheet(shell.say("catalog.title"));
            for (var column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.width(column, 20);
            }
            sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
        }
    }
}
