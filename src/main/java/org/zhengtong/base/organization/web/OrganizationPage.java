package org.zhengtong.base.organization.web;

import java.util.List;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.StaffMember;

/** Departments and staff found; {@code divisions} are those that have departments. */
public record OrganizationPage(
        String text,
        String division,
        String staffName,
        List<Division> divisions,
        List<DepartmentRow> departments,
        boolean more,
        List<StaffRow> staff) {

    /** A department with the name of its division. */
    public record DepartmentRow(Department department, String divisionName) {}

    /** A member of staff with the name of the department. */
    public record StaffRow(StaffMember member, String departmentName) {}
}
