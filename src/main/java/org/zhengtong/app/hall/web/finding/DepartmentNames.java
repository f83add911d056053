package org.zhengtong.app.hall.web.finding;

import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;

/** Names of departments for people who may not know the place: short where the short name says the place, else whole. */
@Component
class DepartmentNames {

    private final Departments departments;
    private final Divisions divisions;

    DepartmentNames(Departments departments, Divisions divisions) {
        this.departments = departments;
        this.divisions = divisions;
    }

    String of(DepartmentId id) {
        return departments.find(id).map(this::of).orElse(id.value());
    }

    String of(Department department) {
        var place = divisions.find(department.division());
        return place.isPresent()
                        && department.shortName().startsWith(place.get().name())
                ? department.shortName()
                : department.name();
    }
}
