package org.zhengtong.base.permission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;

/** Granting and revoking roles; needs {@code permission.grant_role} where the role is to hold. */
public interface RoleAdministration {
    /** The permission that everything here needs. */
    String GRANT_ROLE = "permission.grant_role";

    /** All roles in order of their codes. */
    List<Role> roles();

    /** The roles that a set of accounts hold now, in one look-up. */
    Map<AccountId, List<Assignment>> assignments(Collection<AccountId> accounts);

    /** Whether {@link #grant} would let this user grant the role in this scope to somebody. */
    boolean mayGrant(CurrentUser by, RoleCode role, DataScope scope);

    /** The accounts that a role was granted to and that hold it now. */
    List<AccountId> holders(RoleCode role);

    /** Grants a role; holding it already in the same scope changes nothing. Beyond the granter's own scope it is refused. */
    long grant(CurrentUser by, AccountId to, RoleCode role, DataScope scope);

    /** Grants a role for a time. */
    long grant(CurrentUser by, AccountId to, RoleCode role, DataScope scope, Term term);

    /** Revokes an assignment and keeps it as a record; the last administrator keeps the role. */
    Assignment revoke(CurrentUser by, long assignment);

    /** Takes a revocation back. */
    Assignment restore(CurrentUser by, long assignment);

    /** An assignment, also a revoked one. */
    Optional<Assignment> find(long assignment);
}
