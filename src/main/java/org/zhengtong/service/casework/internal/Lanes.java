package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseRouting;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.node.ObjectNode;

/** Which department does a step in a division: its own, or the one of the next division above that has one. */
@Component
class Lanes {

    private final Departments departments;
    private final List<CaseRouting> routings;
    private final Conditions conditions;

    Lanes(Departments departments, List<CaseRouting> routings, Conditions conditions) {
        this.departments = departments;
        this.routings = routings;
        this.conditions = conditions;
    }

    /** The steps that a case with these answers can reach: a lane that the applicant did not choose is none of his case. */
    List<Block.Step> taken(Block tree, ObjectNode answers) {
        return tree.taken(conditions.over(() -> answers)).toList();
    }

    /** The other node that handles cases of this item and place; null when this one does. */
    @Nullable
    String handledAt(ItemCode item, DivisionCode division) {
        return routings.stream()
                .flatMap(routing -> routing.handledAt(item, division).stream())
                .findFirst()
                .orElse(null);
    }

    Optional<DepartmentId> find(String department, DivisionCode division) {
        if (department.indexOf('.') >= 0) {
            return inCharge(new DepartmentId(department));
        }
        var own = inCharge(DepartmentId.of(division, department));
        return own.isPresent() ? own : division.parent().flatMap(above -> find(department, above));
    }

    /** A department that was merged or split stands for the one that took its work over. */
    private Optional<DepartmentId> inCharge(DepartmentId id) {
        return departments.find(id).map(Department::id).map(departments::inCharge);
    }

    /** Its short name. */
    String name(DepartmentId id) {
        return departments.find(id).map(Department::shortName).orElse(id.value());
    }

    DepartmentId require(String department, DivisionCode division) {
        return find(department, division)
                .orElseThrow(
                        () -> new ProblemException(CaseworkProblem.DEPARTMENT_NOT_FOUND, department, division.value()));
    }

    DepartmentId lead(Procedure procedure, DivisionCode division) {
        return require(
                procedure
                        .tree()
                        .steps()
                        .filter(Block.Step::lead)
                        .findFirst()
                        .orElseThrow()
                        .department(),
                division);
    }
}
