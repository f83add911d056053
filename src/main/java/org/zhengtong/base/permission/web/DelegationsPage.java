package org.zhengtong.base.permission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.permission.Delegations.Delegation;
import org.zhengtong.base.ui.FieldFault;

/**
 * One's own roles, those handed over and those received.
 *
 * @param done text key of what was just done; empty for nothing
 */
public record DelegationsPage(
        List<RoleWords.ReasonRow> own,
        List<RoleWords.ReasonRow> delegable,
        List<DelegationRow> given,
        List<DelegationRow> received,
        DelegationForm form,
        @Nullable FieldFault fault,
        String done) {

    /** A delegation with names. */
    public record DelegationRow(Delegation delegation, String other, String role, String scope, boolean over) {}

    /** What the form sends. */
    public record DelegationForm(String key, String to, String firstOn, String lastOn, String reason) {}

    /** The fault as the list that pages show. */
    public List<FieldFault> errors() {
        return fault == null ? List.of() : List.of(fault);
    }
}
