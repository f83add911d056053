package org.zhengtong.base.permission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.ui.FieldFault;

/** The three administrators: who they are, what each may do, and the form that appoints. */
public record AdministratorsPage(
        List<Office> offices, @Nullable FieldFault fault, String staff, boolean done) {

    /**
     * One of the three.
     *
     * @param appointable whether the reader may appoint somebody
     */
    public record Office(
            AdminRole role,
            String name,
            List<String> permissions,
            List<RoleWords.ReasonRow> holders,
            boolean appointable) {}

    /** The fault as the list that pages show. */
    public List<FieldFault> errors() {
        return fault == null ? List.of() : List.of(fault);
    }
}
