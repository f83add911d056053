package org.zhengtong.base.organization.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.zhengtong.base.organization.OrganizationProblem;
import org.zhengtong.base.organization.web.TreePage.DepartmentNode;
import org.zhengtong.base.organization.web.TreePage.Found;
import org.zhengtong.base.problem.ProblemException;

/** The tree of divisions and departments, one level at a time: links without scripts, opened in place with them. */
@Controller
class TreeController {
    private static final int MOST_FOUND = 50;

    private final Divisions divisions;
    private final Departments departments;

    TreeController(Divisions divisions, Departments departments) {
        this.divisions = divisions;
        this.departments = departments;
    }

    @GetMapping("/staff/organization/tree")
    String tree(@RequestParam(defaultValue = "") String at, @RequestParam(defaultValue = "") String text, Model model) {
        var place = place(at);
        model.addAttribute(
                "page",
                new TreePage(
                        place,
                        place == null ? List.of() : divisions.path(place.code()),
                        below(place),
                        place == null ? List.of() : nodes(departments.of(place.code())),
                        text,
                        text.isBlank() ? null : found(text, place)));
        return "organization/tree";
    }

    /** What lies below one node, for the script that opens it in place. */
    @GetMapping("/staff/organization/tree/branch")
    String branch(@RequestParam String at, Model model) {
        var place = place(at);
        model.addAttribute("page", new TreePage(place, List.of(), below(place), List.of(), "", null));
        return "organization/_branch";
    }

    private @Nullable Division place(String at) {
        if (at.isBlank()) {
            return null;
        }
        var code = DivisionCode.check(at)
                .valid()
                .orElseThrow(() -> new ProblemException(OrganizationProblem.DIVISION_NOT_FOUND, at));
        return divisions.require(code);
    }

    private List<Division> below(@Nullable Division place) {
        return place == null ? divisions.provinces() : divisions.below(place.code());
    }

    private List<Found> found(String text, @Nullable Division place) {
        return divisions.containing(text, place == null ? null : place.code(), MOST_FOUND).stream()
                .map(division -> new Found(division, divisions.fullName(division.code())))
                .toList();
    }

    /** Departments below the department that they belong to; one whose parent works for another division stands at the top. */
    private static List<DepartmentNode> nodes(List<Department> all) {
        var here = new HashSet<DepartmentId>();
        all.forEach(department -> here.add(department.id()));
        return all.stream()
                .filter(department -> department.parent() == null || !here.contains(department.parent()))
                .map(department -> node(department, all, Set.of()))
                .toList();
    }

    private static DepartmentNode node(Department department, List<Department> all, Set<DepartmentId> above) {
        var seen = new HashSet<>(above);
        seen.add(department.id());
        var below = new ArrayList<DepartmentNode>();
        for (var each : all) {
            if (department.id().equals(each.parent()) && !seen.contains(each.id())) {
                below.add(node(each, all, seen));
            }
        }
        return new DepartmentNode(department, below);
    }
}
