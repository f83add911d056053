package org.zhengtong.app.design.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.FieldFault;

/** The list of drafts, and beginning one. */
@Controller
class ListController {

    private static final int ROWS = 30;
    private static final int PIECE = 500;
    private static final int MOST = 20_000;
    private static final int LONGEST_NAME = 200;

    private final ItemDesigns designs;
    private final Desk desk;
    private final Permissions permissions;
    private final Clock clock;

    ListController(ItemDesigns designs, Desk desk, Permissions permissions, Clock clock) {
        this.designs = designs;
        this.desk = desk;
        this.permissions = permissions;
        this.clock = clock;
    }

    private void require(CurrentUser user) {
        if (!permissions.may(user, ItemDesigns.REVIEW_DRAFT)) {
            permissions.require(user, ItemDesigns.EDIT_DRAFT);
        }
    }

    @GetMapping("/staff/design")
    String list(
            @ModelAttribute ListForm form,
            @RequestParam(required = false) @Nullable Long removed,
            CurrentUser user,
            Model model) {
        require(user);
        var found = designs.search(form.wish(ROWS + 1), user);
        var more = found.size() > ROWS;
        var rows = more ? found.subList(0, ROWS) : found;
        var names = rows.stream()
                .map(row -> row.department().value())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id, id -> desk.find(id).map(Department::shortName).orElse(id)));
        model.addAttribute(
                "page", new ListPage(form, rows, more, names, permissions.may(user, ItemDesigns.EDIT_DRAFT), removed));
        return "design/list";
    }

    @GetMapping("/staff/design.csv")
    void export(@ModelAttribute ListForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        require(user);
        var rows = new ArrayList<ItemDesign>();
        var next = form.fromTheStart();
        List<ItemDesign> piece;
        do {
            piece = designs.search(next.wish(PIECE), user);
            rows.addAll(piece);
            next = piece.isEmpty() ? next : next.after(piece.getLast());
        } while (piece.size() == PIECE && rows.size() < MOST);
        CsvExport.send(
                response,
                "item-drafts.csv",
                List.of("name", "code", "department", "state", "author", "saved").stream()
                        .map(column -> desk.say(locale, "design.column." + column))
                        .toList(),
                rows.stream().map(row -> cells(row, locale)));
    }

    private List<String> cells(ItemDesign row, Locale locale) {
        return List.of(
                row.name(),
                row.code(),
                row.department().value(),
                desk.say(locale, "design.state." + row.state()),
                row.createdBy().name(),
                row.savedAt().atZone(clock.getZone()).toOffsetDateTime().toString());
    }

    @GetMapping("/staff/design/new")
    ModelAndView fresh(CurrentUser user) {
        permissions.require(user, ItemDesigns.EDIT_DRAFT);
        return Desk.page("design/new", new NewPage("", "", choosable(user), List.of()), false);
    }

    /** The departments that the user may write items for. */
    private List<Department> choosable(CurrentUser user) {
        var scope = permissions.scopeOf(user, ItemDesigns.EDIT_DRAFT);
        var divisions = new java.util.TreeSet<DivisionCode>(scope.divisions());
        scope.departments().forEach(id -> divisions.add(id.division()));
        var own = user.department();
        if (own != null) {
            divisions.add(own.division());
        }
        return divisions.stream()
                .flatMap(division -> desk.choosable(division).stream())
                .filter(department -> scope.covers(department.id()))
                .distinct()
                .toList();
    }

    @PostMapping("/staff/design")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String department,
            CurrentUser user,
            Locale locale) {
        permissions.require(user, ItemDesigns.EDIT_DRAFT);
        var choosable = choosable(user);
        var found = desk.find(desk.typed(department, choosable));
        var faults = new ArrayList<FieldFault>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add(new FieldFault("name", desk.say(locale, "design.fault.name")));
        }
        if (found.isEmpty()
                || !permissions.may(user, ItemDesigns.EDIT_DRAFT, found.get().id())) {
            faults.add(new FieldFault("department", desk.say(locale, "design.fault.department")));
        }
        if (!faults.isEmpty()) {
            return Desk.page("design/new", new NewPage(name, department, choosable, faults), true);
        }
        var id = designs.begin(
                name.strip(),
                found.orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND))
                        .id(),
                user);
        return new ModelAndView("redirect:/staff/design/" + id.value());
    }
}
