package org.zhengtong.base.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;

/** Who works where. */
public interface StaffDirectory {

    /** The member of staff with this number, if there is one. */
    Optional<StaffMember> find(StaffId id);

    /** The member of staff with this number; a problem when there is none. */
    StaffMember require(StaffId id);

    /** Names for a set of numbers in one look-up; unknown numbers are left out. */
    Map<StaffId, String> names(Collection<StaffId> ids);

    /** The posts that somebody holds at this moment, read anew; none for who has left. */
    List<Post> heldPosts(StaffId id);

    /** Who holds these posts now. */
    Map<PostId, List<StaffId>> holders(Collection<PostId> posts);

    /** Everybody in a department, by number. */
    List<StaffMember> of(DepartmentId department);

    /** Staff of today after a number ("" from the beginning), whose name begins so, in one division with all below it or in all. */
    List<StaffMember> after(String id, String namePrefix, @Nullable DivisionCode within, int limit);

    /** Staff whose name begins so ("" for all), in one department or in all, by number. */
    List<StaffMember> search(String namePrefix, @Nullable DepartmentId department, int limit);
}
