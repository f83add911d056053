package org.zhengtong.base.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationHistory.FormerName;
import org.zhengtong.base.organization.OrganizationHistory.Succession;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.StaffMember;

/**
 * A department with its posts, people and history.
 *
 * @param inCharge the department that does its work now; null when it does so itself
 * @param ceased whether it exists no longer
 */
public record DepartmentPage(
        Department department,
        String divisionName,
        boolean ceased,
        @Nullable Department inCharge,
        List<Post> posts,
        List<StaffMember> staff,
        List<Department> below,
        List<FormerName> formerNames,
        List<Succession> cameFrom,
        List<Succession> passedTo,
        Map<DepartmentId, String> names) {

    /** A department's name; its id when nobody knows it. */
    public String name(DepartmentId id) {
        return names.getOrDefault(id, id.value());
    }

    /** Whether there is anything to tell of the past. */
    public boolean hasHistory() {
        return !formerNames.isEmpty() || !cameFrom.isEmpty() || !passedTo.isEmpty();
    }
}
