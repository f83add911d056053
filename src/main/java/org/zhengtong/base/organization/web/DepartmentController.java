package org.zhengtong.base.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.OrganizationHistory;
import org.zhengtong.base.organization.OrganizationHistory.Succession;
import org.zhengtong.base.organization.OrganizationProblem;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.problem.ProblemException;

/** One department, one person; an old department leads to the one that does its work now. */
@Controller
class DepartmentController {

    private final Departments departments;
    private final Divisions divisions;
    private final StaffDirectory directory;
    private final OrganizationHistory history;
    private final Clock clock;

    DepartmentController(
            Departments departments,
            Divisions divisions,
            StaffDirectory directory,
            OrganizationHistory history,
            Clock clock) {
        this.departments = departments;
        this.divisions = divisions;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/staff/organization/departments/{id}")
    String department(@PathVariable String id, Model model) {
        var department = departments.require(made(id, DepartmentId::new, OrganizationProblem.DEPARTMENT_NOT_FOUND));
        var cameFrom = history.cameFrom(department.id());
        var passedTo = history.passedTo(department.id());
        var inCharge = departments.inCharge(department.id());
        model.addAttribute(
                "page",
                new DepartmentPage(
                        department,
                        divisions
                                .find(department.division())
                                .map(Division::name)
                                .orElse(""),
                        !department.existsOn(LocalDate.now(clock)),
                        inCharge.equals(department.id()) ? null : departments.require(inCharge),
                        departments.posts(department.id()),
                        directory.of(department.id()),
                        below(department),
                        history.formerNames(department.id()),
                        cameFrom,
                        passedTo,
                        departments.names(named(department, cameFrom, passedTo))));
        return "organization/department";
    }

    private List<Department> below(Department above) {
        return departments.search("", null, Integer.MAX_VALUE).stream()
                .filter(department -> above.id().equals(department.parent()))
                .toList();
    }

    private static Set<DepartmentId> named(
            Department department, List<Succession> cameFrom, List<Succession> passedTo) {
        var named = new HashSet<DepartmentId>();
        if (department.parent() != null) {
            named.add(department.parent());
        }
        cameFrom.forEach(passed -> named.add(passed.from()));
        passedTo.forEach(passed -> named.add(passed.to()));
        return named;
    }

    @GetMapping("/staff/organization/staff/{id}")
    String person(@PathVariable String id, Model model) {
        var member = directory.require(made(id, StaffId::new, OrganizationProblem.STAFF_NOT_FOUND));
        model.addAttribute(
                "page",
                new PersonPage(
                        member,
                        departments
                                .find(member.department())
                                .map(Department::name)
                                .orElse(member.department().value()),
                        history.pastPosts(member.id())));
        return "organization/person";
    }

    private static <T> T made(String written, Function<String, T> make, OrganizationProblem otherwise) {
        try {
            return make.apply(written);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(otherwise, written);
        }
    }
}
