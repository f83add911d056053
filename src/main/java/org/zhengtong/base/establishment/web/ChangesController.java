package org.zhengtong.base.establishment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.establishment.EstablishmentProblem;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.UndoOutcome;
import org.zhengtong.base.organization.OrganizationHistory;
import org.zhengtong.base.organization.OrganizationHistory.Change;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;

/** All changes of the organization: what is planned, what is in force, and the way back. */
@Controller
@RequestMapping("/staff/establishment")
class ChangesController {
    private static final int MOST = 50;
    private static final int MOST_EXPORTED = 10_000;

    private final OrganizationHistory history;
    private final OrganizationEditing editing;
    private final Permissions permissions;
    private final Reach reach;

    ChangesController(OrganizationHistory history, OrganizationEditing editing, Permissions permissions, Reach reach) {
        this.history = history;
        this.editing = editing;
        this.permissions = permissions;
        this.reach = reach;
    }

    @GetMapping
    String list(
            CurrentUser user,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(required = false) @Nullable Long change,
            Model model) {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        var found = history.changes(kind, subject(subject), before, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        model.addAttribute(
                "page",
                new ChangesPage(
                        kind,
                        subject,
                        shown,
                        names(shown),
                        found.size() > MOST
                                ? "?kind=" + kind + "&subject=" + subject + "&before="
                                        + shown.getLast().id()
                                : null,
                        before != null,
                        doneKey(done),
                        done.equals("undone") ? null : change));
        return "establishment/changes";
    }

    /** What people type is a key; the journal knows it with the name of its table. */
    private static String subject(String typed) {
        var key = typed.strip();
        if (key.isEmpty()) {
            return "";
        }
        var table = key.indexOf('/') > 0
                ? OrganizationTable.POST
                : key.indexOf('.') > 0 ? OrganizationTable.DEPARTMENT : OrganizationTable.STAFF;
        return table + ":" + key;
    }

    private Map<String, String> names(List<Change> changes) {
        var names = new HashMap<String, String>();
        changes.stream()
                .flatMap(change -> change.subjects().stream().limit(4))
                .distinct()
                .forEach(subject -> {
                    var colon = subject.indexOf(':');
                    editing.find(OrganizationTable.valueOf(subject.substring(0, colon)), subject.substring(colon + 1))
                            .map(row -> row.text("name"))
                            .ifPresent(name -> names.put(subject, name));
                });
        return names;
    }

    private static String doneKey(String done) {
        return switch (done) {
            case "written", "planned", "in-force", "undone", "canceled", "overtaken", "in-use", "same" ->
                "establishment.done." + done;
            default -> "";
        };
    }

    @GetMapping("/changes.csv")
    void export(
            CurrentUser user, @RequestParam(defaultValue = "") String kind, Shell shell, HttpServletResponse response)
            throws IOException {
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
        CsvExport.send(
                response,
                "organization-changes.csv",
                List.of(
                        shell.say("establishment.column.id"),
                        shell.say("establishment.column.kind"),
                        shell.say("establishment.column.state"),
                        shell.say("establishment.column.effective"),
                        shell.say("establishment.column.subjects"),
                        shell.say("establishment.column.reason"),
                        shell.say("establishment.column.by")),
                history.changes(kind, "", null, MOST_EXPORTED).stream()
                        .map(change -> List.of(
                                Long.toString(change.id()),
                                shell.say("establishment.kind." + change.kind()),
                                shell.say("establishment.state." + change.state()),
                                change.effectiveOn().toString(),
                                String.join(" ", change.subjects()),
                                change.reason(),
                                change.plannedBy())));
    }

    @PostMapping("/changes/{id}/undoing")
    String undo(CurrentUser user, @PathVariable long id) {
        requireReach(user, id);
        return "redirect:/staff/establishment?done="
                + switch (editing.undo(id, user.actor())) {
                    case UndoOutcome.Undone undone -> "undone&change=" + undone.change();
                    case UndoOutcome.Overtaken _ -> "overtaken";
                    case UndoOutcome.Impossible _ -> "in-use";
                };
    }

    @PostMapping("/changes/{id}/cancellation")
    String cancel(CurrentUser user, @PathVariable long id) {
        requireReach(user, id);
        return "redirect:/staff/establishment?done=" + (editing.cancel(id, user.actor()) ? "canceled" : "overtaken");
    }

    private void requireReach(CurrentUser user, long id) {
        var change = history.find(id).orElseThrow(() -> new ProblemException(EstablishmentProblem.NOT_FOUND));
        change.subjects().stream()
                .map(subject -> subject.split(":", 2))
                .flatMap(part ->
                        editing.find(OrganizationTable.valueOf(part[0]), part[1]).map(TableRow.class::cast).stream())
                .forEach(row -> reach.require(user, row));
        permissions.require(user, OrganizationEditing.EDIT_ORGANIZATION);
    }
}
