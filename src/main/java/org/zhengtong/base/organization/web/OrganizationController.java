package org.zhengtong.base.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.organization.web.OrganizationPage.DepartmentRow;
import org.zhengtong.base.organization.web.OrganizationPage.StaffRow;

@Controller
class OrganizationController {
    private static final int MOST = 50;

    private final Divisions divisions;
    private final Departments departments;
    private final StaffDirectory directory;

    OrganizationController(Divisions divisions, Departments departments, StaffDirectory directory) {
        this.divisions = divisions;
        this.departments = departments;
        this.directory = directory;
    }

    @GetMapping("/staff/organization")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String staff,
            Model model) {
        var within = DivisionCode.check(division).valid().orElse(null);
        var found = departments.search(text, within, MOST + 1);
        model.addAttribute(
                "page",
                new OrganizationPage(
                        text,
                        within == null ? "" : within.value(),
                        staff,
                        withDepartments(),
                        rows(found.stream().limit(MOST).toList()),
                        found.size() > MOST,
                        people(staff, within)));
        return "organization/organization";
    }

    private List<Division> withDepartments() {
        return departments.search("", null, Integer.MAX_VALUE).stream()
                .map(Department::division)
                .distinct()
                .sorted()
                .flatMap(code -> divisions.find(code).stream())
                .toList();
    }

    private List<DepartmentRow> rows(List<Department> found) {
        var names = divisions.names(
                found.stream().map(Department::division).distinct().toList());
        return found.stream()
                .map(department -> new DepartmentRow(department, names.getOrDefault(department.division(), "")))
                .toList();
    }

    private List<StaffRow> people(String name, @Nullable DivisionCode within) {
        var found = directory.search(name, null, MOST).stream()
                .filter(member ->
                        within == null || within.covers(member.department().division()))
                .toList();
        var names = departments.names(
                found.stream().map(StaffMember::department).distinct().toList());
        return found.stream()
                .map(member -> new StaffRow(member, shown(member.department(), names)))
                .toList();
    }

    private static String shown(DepartmentId id, java.util.Map<DepartmentId, String> names) {
        return names.getOrDefault(id, id.value());
    }
}
