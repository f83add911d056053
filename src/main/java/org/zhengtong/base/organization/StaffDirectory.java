package org.zhengtong.base.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works where. */
public interface StaffDirectory {

    /** The member of staff with this number, if there is one. */
    Optional<StaffMember> find(StaffId id);

    /** The member of staff with this number; a problem when there is none. */
    StaffMember require(StaffId id);

    /** Names for a set of numbers in one look-up; unknown numbers are left out. */
    Map<StaffId, String> names(Collection<StaffId> ids);

    /** Everybody in a department, by number. */
    List<StaffMember> of(DepartmentId department);

    /** Staff whose name begins so ("" for all), in one department or in all, by number. */
    List<StaffMember> search(String namePrefix, @Nullable DepartmentId department, int limit);
}
