package org.zhengtong.base.permission;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Where a permission holds (数据权限): everywhere, in some departments, in some divisions with all below them.
 *
 * <p>In a list query write, with a column that holds department ids,
 * {@code (:everything or department = any (:departments) or department like any (:divisions))}, and bind {@link #everything()},
 * {@link #departmentValues()} and {@link #divisionPatterns()}; the same patterns fit a column of division codes.
 */
public record DataScope(boolean everything, Set<DepartmentId> departments, Set<DivisionCode> divisions) {
    /** The scope of somebody who does not hold the permission. */
    public static final DataScope NOTHING = new DataScope(false, Set.of(), Set.of());

    /** The scope without a limit. */
    public static final DataScope EVERYTHING = new DataScope(true, Set.of(), Set.of());

    public DataScope {
        departments = Set.copyOf(departments);
        divisions = Set.copyOf(divisions);
    }

    /** One department alone. */
    public static DataScope of(DepartmentId department) {
        return new DataScope(false, Set.of(department), Set.of());
    }

    /** A division with all below it. */
    public static DataScope of(DivisionCode division) {
        return new DataScope(false, Set.of(), Set.of(division));
    }

    /** Whether it reaches nothing at all. */
    public boolean isEmpty() {
        return !everything && departments.isEmpty() && divisions.isEmpty();
    }

    /** Whether it reaches what this department does. */
    public boolean covers(DepartmentId department) {
        return everything || departments.contains(department) || covers(department.division());
    }

    /** Whether it reaches all that happens in this division. */
    public boolean covers(DivisionCode division) {
        return everything || divisions.stream().anyMatch(above -> above.covers(division));
    }

    /** Both together. */
    public DataScope or(DataScope other) {
        return new DataScope(
                everything || other.everything,
                union(departments, other.departments),
                union(divisions, other.divisions));
    }

    /** The departments, to bind as a parameter. */
    public String[] departmentValues() {
        return departments.stream().map(DepartmentId::value).sorted().toArray(String[]::new);
    }

    /** Patterns for {@code like any}, such as {@code 3701%}, to bind as a parameter. */
    public String[] divisionPatterns() {
        return divisions.stream().map(code -> code.prefix() + "%").sorted().toArray(String[]::new);
    }

    private static <T> Set<T> union(Collection<T> one, Collection<T> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
