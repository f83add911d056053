package org.zhengtong.base.establishment.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.establishment.EstablishmentProblem;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.WriteOutcome;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.problem.ProblemException;

/** One department, post or member of staff by form. */
@Controller
@RequestMapping("/staff/establishment")
class RowController {

    private final OrganizationEditing editing;
    private final Reach reach;

    RowController(OrganizationEditing editing, Reach reach) {
        this.editing = editing;
        this.reach = reach;
    }

    @GetMapping("/{table:departments|posts|staff}/new")
    String fresh(
            CurrentUser user,
            @PathVariable String table,
            @RequestParam(defaultValue = "") String department,
            Model model) {
        var row = empty(table(table), department);
        reach.require(user, row);
        model.addAttribute("page", page(row, true, "", List.of(), false));
        return "establishment/row";
    }

    private static TableRow empty(OrganizationTable table, String department) {
        var cells = new HashMap<String, String>();
        switch (table) {
            case DEPARTMENT -> cells.put("parent", department);
            case POST -> cells.put("id", department.isEmpty() ? "" : department + "/");
            case STAFF -> cells.put("department", department);
        }
        return new TableRow(table, 0, cells);
    }

    /** A post's key holds a slash, so that it stands behind the question mark. */
    @GetMapping("/posts/edit")
    String post(CurrentUser user, @RequestParam String id, Model model) {
        return edit(user, "posts", id, model);
    }

    @GetMapping("/{table:departments|staff}/{id}")
    String edit(CurrentUser user, @PathVariable String table, @PathVariable String id, Model model) {
        var row = require(table(table), id);
        reach.require(user, row);
        model.addAttribute("page", page(row, false, "", List.of(), false));
        return "establishment/row";
    }

    @PostMapping("/{table:departments|posts|staff}")
    ModelAndView save(
            CurrentUser user,
            @PathVariable String table,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason) {
        var kind = table(table);
        var fresh = seen.isEmpty();
        var before = fresh ? empty(kind, "") : require(kind, fields.getOrDefault("id", ""));
        var row = before;
        for (var field : page(before, fresh, "", List.of(), false).fields()) {
            row = row.with(field, fields.getOrDefault(field, row.text(field)).strip());
        }
        reach.require(user, before.key().isEmpty() ? row : before);
        reach.require(user, row);
        var taken = fresh && editing.find(kind, row.key()).isPresent();
        if (taken) {
            return refused(
                    row, true, reason, List.of(new CellFault(0, "id", row.key(), "key_taken", List.of())), false);
        }
        if (!fresh && !seen.equals(sum(before))) {
            return refused(row, false, reason, List.of(), true);
        }
        return write(user, row, fresh, reason);
    }

    private ModelAndView write(CurrentUser user, TableRow row, boolean fresh, String reason) {
        var check = editing.check(row.table(), List.of(row));
        return switch (editing.write(row.table(), List.of(row), reason, null, check.version(), user.actor())) {
            case WriteOutcome.Written written -> done("written&change=" + written.change());
            case WriteOutcome.NothingToWrite _ -> done("same");
            case WriteOutcome.Refused refusal -> refused(row, fresh, reason, refusal.faults(), false);
            case WriteOutcome.Overtaken _ -> refused(row, fresh, reason, List.of(), true);
        };
    }

    private static ModelAndView done(String done) {
        return new ModelAndView("redirect:/staff/establishment?done=" + done);
    }

    private ModelAndView refused(
            TableRow row, boolean fresh, String reason, List<CellFault> faults, boolean overtaken) {
        var refused = new ModelAndView("establishment/row", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", page(row, fresh, reason, faults, overtaken));
        return refused;
    }

    private RowPage page(TableRow row, boolean fresh, String reason, List<CellFault> faults, boolean overtaken) {
        var stored = fresh ? row : editing.find(row.table(), row.key()).orElse(row);
        var address = row.table() == OrganizationTable.STAFF
                ? "staff"
                : row.table() == OrganizationTable.POST ? "posts" : "departments";
        return new RowPage(
                row, fresh, fresh ? "" : sum(stored), "/staff/establishment/" + address, reason, faults, overtaken);
    }

    private TableRow require(OrganizationTable table, String id) {
        return editing.find(table, id).orElseThrow(() -> new ProblemException(EstablishmentProblem.NOT_FOUND));
    }

    private static String sum(TableRow row) {
        return Integer.toHexString(row.cells().hashCode());
    }

    static OrganizationTable table(String address) {
        return switch (address) {
            case "departments" -> OrganizationTable.DEPARTMENT;
            case "posts" -> OrganizationTable.POST;
            case "staff" -> OrganizationTable.STAFF;
            default -> throw new ProblemException(EstablishmentProblem.NOT_FOUND);
        };
    }
}
