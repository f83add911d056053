package org.zhengtong.base.establishment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.OrganizationEditing.Foresight;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.ui.FieldFault;

/**
 * A reform being put together and looked at.
 *
 * @param foresight what it would do; null before it was asked
 */
public record ReformPage(
        ReformForm form,
        List<String> kinds,
        @Nullable Department department,
        @Nullable StaffMember member,
        List<Department> choices,
        List<StaffMember> staff,
        List<Post> posts,
        List<FieldFault> errors,
        @Nullable Foresight foresight,
        Map<String, String> names) {

    /** Whether this department was ticked to be merged. */
    public boolean merged(Department choice) {
        return form.from().contains(choice.id().value());
    }

    /** What a department is called. */
    public String name(String id) {
        return names.getOrDefault(id, id);
    }
}
