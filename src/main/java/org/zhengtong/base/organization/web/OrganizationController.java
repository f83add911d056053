package org.zhengtong.base.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.organization.web.OrganizationPage.DepartmentRow;
import org.zhengtong.base.organization.web.OrganizationPage.StaffRow;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;

/** Departments and staff for everybody who works here. */
@Controller
class OrganizationController {
    private static final int MOST = 50;
    private static final int MOST_EXPORTED = 50_000;

    /** What is sought, and after which row the page begins. */
    record Sought(
            String text,
            String division,
            String staff,
            @Nullable String departmentsAfter,
            @Nullable String staffAfter) {
        Sought {
            text = Objects.requireNonNullElse(text, "");
            division = Objects.requireNonNullElse(division, "");
            staff = Objects.requireNonNullElse(staff, "");
        }

        @Nullable
        DivisionCode within() {
            return DivisionCode.check(division).valid().orElse(null);
        }

        String query() {
            return UriComponentsBuilder.newInstance()
                    .queryParam("text", "{text}")
                    .queryParam("division", "{division}")
                    .queryParam("staff", "{staff}")
                    .encode()
                    .buildAndExpand(text, division, staff)
                    .toUriString();
        }
    }

    private final Divisions divisions;
    private final Departments departments;
    private final StaffDirectory directory;

    OrganizationController(Divisions divisions, Departments departments, StaffDirectory directory) {
        this.divisions = divisions;
        this.departments = departments;
        this.directory = directory;
    }

    @GetMapping("/staff/organization")
    String list(Sought sought, Model model) {
        var within = sought.within();
        var found = departments(sought);
        var shown = after(found, sought.departmentsAfter()).stream().limit(MOST).toList();
        var people =
                directory.after(Objects.requireNonNullElse(sought.staffAfter(), ""), sought.staff(), within, MOST + 1);
        var peopleShown = people.stream().limit(MOST).toList();
        model.addAttribute(
                "page",
                new OrganizationPage(
                        sought.text(),
                        within == null ? "" : within.value(),
                        within == null
                                ? ""
                                : divisions.find(within).map(Division::name).orElse(within.value()),
                        sought.staff(),
                        rows(shown),
                        found.size(),
                        shown.isEmpty() || shown.getLast().equals(found.getLast())
                                ? null
                                : shown.getLast().id().value(),
                        people(peopleShown),
                        people.size() > MOST ? peopleShown.getLast().id().value() : null,
                        sought.departmentsAfter() != null || sought.staffAfter() != null,
                        sought.query()));
        return "organization/organization";
    }

    private List<Department> departments(Sought sought) {
        var within = sought.within();
        return departments.search(sought.text(), null, Integer.MAX_VALUE).stream()
                .filter(department -> within == null || within.covers(department.division()))
                .toList();
    }

    private static List<Department> after(List<Department> all, @Nullable String id) {
        for (var place = 0; place < all.size(); place++) {
            if (all.get(place).id().value().equals(id)) {
                return all.subList(place + 1, all.size());
            }
        }
        return all;
    }

    private List<DepartmentRow> rows(List<Department> found) {
        var names = divisions.names(
                found.stream().map(Department::division).distinct().toList());
        return found.stream()
                .map(department -> new DepartmentRow(department, names.getOrDefault(department.division(), "")))
                .toList();
    }

    private List<StaffRow> people(List<StaffMember> found) {
        var names = departments.names(
                found.stream().map(StaffMember::department).distinct().toList());
        return found.stream()
                .map(member -> new StaffRow(member, shown(member.department(), names)))
                .toList();
    }

    private static String shown(DepartmentId id, Map<DepartmentId, String> names) {
        return names.getOrDefault(id, id.value());
    }

    @GetMapping("/staff/organization/departments.csv")
    void departments(Sought sought, Shell shell, HttpServletResponse response) throws IOException {
        CsvExport.send(
                response,
                "departments.csv",
                List.of(
                        shell.say("organization.column.DEPARTMENT.id"),
                        shell.say("organization.column.name"),
                        shell.say("organization.column.division"),
                        shell.say("organization.column.credit-code"),
                        shell.say("organization.column.phone")),
                rows(departments(sought)).stream()
                        .map(row -> List.of(
                                row.department().id().value(),
                                row.department().name(),
                                row.divisionName(),
                                row.department().creditCode().value(),
                                Objects.requireNonNullElse(row.department().phone(), ""))));
    }

    @GetMapping("/staff/organization/staff.csv")
    void staff(Sought sought, Shell shell, HttpServletResponse response) throws IOException {
        CsvExport.send(
                response,
                "staff.csv",
                List.of(
                        shell.say("organization.column.number"),
                        shell.say("organization.column.name"),
                        shell.say("organization.column.department"),
                        shell.say("organization.column.posts")),
                people(directory.after("", sought.staff(), sought.within(), MOST_EXPORTED)).stream()
                        .map(row -> List.of(
                                row.member().id().value(),
                                row.member().name(),
                                row.departmentName(),
                                String.join(
                                        " ",
                                        row.member().posts().stream()
                                                .map(Post::name)
                                                .toList()))));
    }
}
