package org.zhengtong.base.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;

/** The departments, all of them from memory. */
public interface Departments {

    /** The department with this id, if the pack knows it. */
    Optional<Department> find(DepartmentId id);

    /** The department with this id; a problem when nobody knows it. */
    Department require(DepartmentId id);

    /** Short names for a set of ids; ids that nobody knows are left out. */
    Map<DepartmentId, String> names(Collection<DepartmentId> ids);

    /** The departments of one division, in the order of the pack. */
    List<Department> of(DivisionCode division);

    /** Departments whose name or short name contains {@code text} ("" for all), in one division or in all. */
    List<Department> search(String text, @Nullable DivisionCode division, int limit);
}
