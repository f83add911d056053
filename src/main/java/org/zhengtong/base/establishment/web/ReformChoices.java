package org.zhengtong.base.establishment.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.OrganizationEditing.Foresight;
import org.zhengtong.base.organization.OrganizationProblem;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;

/** What the form of a reform lets one choose: departments of the same division, people, posts. */
@Component
class ReformChoices {

    private final Departments departments;
    private final StaffDirectory directory;

    ReformChoices(Departments departments, StaffDirectory directory) {
        this.departments = departments;
        this.directory = directory;
    }

    ReformPage page(ReformForm form, List<FieldFault> errors, @Nullable Foresight foresight) {
        var member = form.staff().isEmpty() ? null : member(form.staff());
        var department = member == null ? department(form.department()) : departments.require(member.department());
        var choices = department == null ? List.<Department>of() : departments.of(department.division());
        var target = form.to().isEmpty() && department != null ? department : department(form.to());
        return new ReformPage(
                form,
                member == null ? List.of("RENAME", "MERGE", "SPLIT", "CLOSE") : List.of("MOVE", "LEAVE"),
                department,
                member,
                choices,
                department == null ? List.of() : directory.of(department.id()),
                target == null ? List.<Post>of() : departments.posts(target.id()),
                errors,
                foresight,
                names(choices));
    }

    private static Map<String, String> names(List<Department> choices) {
        return choices.stream()
                .collect(Collectors.toMap(department -> department.id().value(), Department::name));
    }

    DepartmentId departmentOf(String staff) {
        return member(staff).department();
    }

    private StaffMember member(String staff) {
        try {
            return directory.require(new StaffId(staff));
        } catch (IllegalArgumentException none) {
            throw new ProblemException(OrganizationProblem.STAFF_NOT_FOUND, staff);
        }
    }

    private @Nullable Department department(String id) {
        if (id.isEmpty()) {
            return null;
        }
        try {
            return departments.require(new DepartmentId(id));
        } catch (IllegalArgumentException none) {
            throw new ProblemException(OrganizationProblem.DEPARTMENT_NOT_FOUND, id);
        }
    }
}
