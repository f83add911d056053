package org.zhengtong.base.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;

/** The departments, all of them from memory. */
public interface Departments {

    /** The department with this id, also one that has ceased. */
    Optional<Department> find(DepartmentId id);

    /** The department with this id; a problem when nobody knows it. */
    Department require(DepartmentId id);

    /** Short names for a set of ids; ids that nobody knows are left out. */
    Map<DepartmentId, String> names(Collection<DepartmentId> ids);

    /** The department that does now what this one did: itself, or the one that took its running work over. */
    DepartmentId inCharge(DepartmentId id);

    /** The open posts of a department, by key. */
    List<Post> posts(DepartmentId id);

    /** The departments of one division that exist today, in the order of the pack. */
    List<Department> of(DivisionCode division);

    /** Departments of today whose name or short name contains {@code text} ("" for all), in one division or in all. */
    List<Department> search(String text, @Nullable DivisionCode division, int limit);
}
