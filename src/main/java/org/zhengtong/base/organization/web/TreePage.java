package org.zhengtong.base.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.Division;

/**
 * One place in the tree of divisions: the way down to it, what lies directly below, and its departments.
 *
 * @param at the place; null above the provinces
 * @param found what a search inside the place gave, each with its whole name; null without a search
 */
public record TreePage(
        @Nullable Division at,
        List<Division> path,
        List<Division> below,
        List<DepartmentNode> departments,
        String text,
        @Nullable List<Found> found) {

    /** A department with those below it. */
    public record DepartmentNode(Department department, List<DepartmentNode> below) {}

    /** A division that was sought, with the names above it. */
    public record Found(Division division, String fullName) {}

    /** Code of the place; empty above the provinces. */
    public String code() {
        return at == null ? "" : at.code().value();
    }
}
