package org.zhengtong.base.permission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.permission.Role;

/**
 * People with their roles.
 *
 * @param done what was just done, with the way to undo it
 * @param next number of the last person, when more follow
 * @param query the search as part of an address
 */
public record RolesPage(
        String name,
        String department,
        List<Department> departments,
        List<PersonRow> people,
        List<Role> roles,
        @Nullable DoneNote done,
        @Nullable String invitation,
        @Nullable String next,
        boolean paging,
        String query) {

    /** A member of staff; without an account nobody can grant anything. */
    public record PersonRow(
            String staff,
            String name,
            String departmentId,
            String departmentName,
            String divisionId,
            String divisionName,
            @Nullable Long account,
            List<HeldRow> held) {}

    /** A role that somebody holds, with its scope in words. */
    public record HeldRow(
            long assignment, String role, String scope, String through, String until, boolean revocable) {}

    /** What was done, in which words, and where to post to undo it. */
    public record DoneNote(
            String textKey,
            String holder,
            String role,
            @Nullable String undo) {}
}
