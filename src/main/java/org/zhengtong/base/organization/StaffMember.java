package org.zhengtong.base.organization;

import java.util.List;

/** Somebody who works in a department, with the posts that he or she holds. */
public record StaffMember(StaffId id, String name, DepartmentId department, List<Post> posts) {
    public StaffMember {
        posts = List.copyOf(posts);
    }
}
