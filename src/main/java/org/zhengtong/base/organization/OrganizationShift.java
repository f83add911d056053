package org.zhengtong.base.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the organization means for those whose work hangs on it.
 *
 * @param departments departments that cease, each with the one that takes their running work over
 * @param closed departments that cease and leave nobody to take over
 * @param posts posts that cease, with those that come in their place
 * @param staff people who move or leave
 */
public record OrganizationShift(
        LocalDate effectiveOn,
        Map<DepartmentId, DepartmentId> departments,
        Set<DepartmentId> closed,
        List<PostShift> posts,
        List<StaffShift> staff) {
    public OrganizationShift {
        departments = Map.copyOf(departments);
        closed = Set.copyOf(closed);
        posts = List.copyOf(posts);
        staff = List.copyOf(staff);
    }

    /** Nothing that concerns the work of others. */
    public static OrganizationShift nothing(LocalDate effectiveOn) {
        return new OrganizationShift(effectiveOn, Map.of(), Set.of(), List.of(), List.of());
    }

    /** The rights of one post pass to another; {@code ceases} when the old one is closed. */
    public record PostShift(PostId from, PostId to, boolean ceases) {}

    /** Somebody gives posts up and takes posts over; {@code to} is null for somebody who leaves. */
    public record StaffShift(
            StaffId staff,
            @Nullable DepartmentId from,
            @Nullable DepartmentId to,
            Set<PostId> ended,
            Set<PostId> begun) {

        /** Whether the person works in another department afterwards, or nowhere. */
        public boolean leavesDepartment() {
            return from != null && !from.equals(to);
        }
    }

    /** Whether it concerns nobody's work. */
    public boolean isEmpty() {
        return departments.isEmpty() && closed.isEmpty() && posts.isEmpty() && staff.isEmpty();
    }
}
