package org.zhengtong.base.organization;

import java.util.List;

/** Somebody who works in a department, with the posts that he or she holds; {@code present} is false for who has left. */
public record StaffMember(StaffId id, String name, DepartmentId department, List<Post> posts, boolean present) {
    public StaffMember {
        posts = List.copyOf(posts);
    }
}
