package org.zhengtong.base.establishment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
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
import org.zhengtong.base.establishment.IncomingFiles;
import org.zhengtong.base.establishment.IncomingFiles.ReceiveOutcome;
import org.zhengtong.base.establishment.OrganizationFiles;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.WriteOutcome;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** Tables in and out: upload, look, do or leave it; download as CSV or XLSX. */
@Controller
@RequestMapping("/staff/establishment")
class ImportController {

    private final IncomingFiles files;
    private final OrganizationFiles outgoing;
    private final Permissions permissions;

    ImportController(IncomingFiles files, OrganizationFiles outgoing, Permissions permissions) {
        this.files = files;
        this.outgoing = outgoing;
        this.permissions = permissions;
    }

    @GetMapping("/imports")
    String form(CurrentUser user, @RequestParam(defaultValue = "departments") String table, Model model) {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        model.addAttribute("page", new ImportPage(table, List.of(), null, false));
        return "establishment/import";
    }

    @PostMapping("/imports")
    ModelAndView receive(CurrentUser user, @RequestParam String table, @RequestParam MultipartFile file, Shell shell)
            throws IOException {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file.isEmpty() && name.isEmpty()) {
            return refused(table, shell.say("establishment.import.no-file"));
        }
        return switch (files.receive(RowController.table(table), name, file.getBytes(), user)) {
            case ReceiveOutcome.Received received ->
                new ModelAndView("redirect:/staff/establishment/imports/" + received.file());
            case ReceiveOutcome.Unreadable unreadable ->
                refused(table, shell.say(unreadable.key(), unreadable.args().toArray()));
        };
    }

    private static ModelAndView refused(String table, String why) {
        var refused = new ModelAndView("establishment/import", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", new ImportPage(table, List.of(new FieldFault("file", why)), null, false));
        return refused;
    }

    @GetMapping("/imports/{id}")
    String preview(CurrentUser user, @PathVariable long id, Model model) {
        model.addAttribute("page", page(user, id, false));
        return "establishment/preview";
    }

    private ImportPage page(CurrentUser user, long id, boolean overtaken) {
        return new ImportPage("", List.of(), files.preview(id, user), overtaken);
    }

    @GetMapping("/imports/{id}/faults.csv")
    void faults(CurrentUser user, @PathVariable long id, Shell shell, HttpServletResponse response) throws IOException {
        var preview = files.preview(id, user);
        CsvExport.send(
                response,
                "faults.csv",
                List.of(
                        shell.say("establishment.fault.line"),
                        shell.say("establishment.fault.column"),
                        shell.say("establishment.fault.value"),
                        shell.say("establishment.fault.rule"),
                        shell.say("establishment.fault.mend")),
                preview.check().faults().stream()
                        .map(fault -> List.of(
                                Integer.toString(fault.line()),
                                shell.sayOr(
                                        fault.column(),
                                        "organization.column." + preview.table() + "." + fault.column()),
                                fault.value(),
                                shell.say(fault.textKey(), fault.args().toArray()),
                                shell.say(fault.mendKey()))));
    }

    @PostMapping("/imports/{id}/application")
    ModelAndView bringIn(CurrentUser user, @PathVariable long id, @RequestParam long version) {
        return switch (files.bringIn(id, version, user)) {
            case WriteOutcome.Written written ->
                new ModelAndView("redirect:/staff/establishment?done=written&change=" + written.change());
            case WriteOutcome.NothingToWrite _ -> new ModelAndView("redirect:/staff/establishment?done=same");
            case WriteOutcome.Refused _ -> again(user, id, false);
            case WriteOutcome.Overtaken _ -> again(user, id, true);
        };
    }

    private ModelAndView again(CurrentUser user, long id, boolean overtaken) {
        var again = new ModelAndView("establishment/preview", HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("page", page(user, id, overtaken));
        return again;
    }

    @PostMapping("/imports/{id}/rejection")
    String discard(CurrentUser user, @PathVariable long id) {
        files.discard(id, user);
        return "redirect:/staff/establishment/imports";
    }

    @GetMapping("/exports/{table:departments|posts|staff}.{format:csv|xlsx}")
    void export(
            CurrentUser user,
            @PathVariable String table,
            @PathVariable String format,
            @RequestParam(defaultValue = "false") boolean empty,
            Shell shell,
            HttpServletResponse response)
            throws IOException {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        var kind = RowController.table(table);
        if (format.equals("csv")) {
            outgoing.sendCsv(response, kind, table, empty, shell.locale());
        } else {
            outgoing.sendXlsx(response, kind, table, empty, shell.locale());
        }
    }
}
