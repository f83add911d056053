package org.zhengtong.base.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.StaffMember;

/**
 * Departments and staff found.
 *
 * @param placeName name of the division they are limited to; empty for all
 * @param query the search as part of an address, without the place in the list
 */
public record OrganizationPage(
        String text,
        String division,
        String placeName,
        String staffName,
        List<DepartmentRow> departments,
        long departmentCount,
        @Nullable String departmentsAfter,
        List<StaffRow> staff,
        @Nullable String staffAfter,
        boolean paging,
        String query) {

    /** A department with the name of its division. */
    public record DepartmentRow(Department department, String divisionName) {}

    /** A member of staff with the name of the department. */
    public record StaffRow(StaffMember member, String departmentName) {}
}
