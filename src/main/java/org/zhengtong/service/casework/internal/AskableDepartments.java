package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;

/** Which departments can be asked for their opinion: those of the case's division and of the divisions above it. */
@Component
class AskableDepartments {

    private final Departments departments;

    AskableDepartments(Departments departments) {
        this.departments = departments;
    }

    List<Department> of(LoadedCase loaded, TaskRow task) {
        var found = new ArrayList<Department>();
        var own = departments.inCharge(task.department());
        Optional<DivisionCode> division = Optional.of(loaded.file().division());
        while (division.isPresent()) {
            departments.of(division.get()).stream()
                    .filter(one -> !one.id().equals(own))
                    .forEach(found::add);
            division = division.get().parent();
        }
        return found;
    }

    String name(DepartmentId id) {
        return departments.find(id).map(Department::shortName).orElse(id.value());
    }
}
