package org.zhengtong.base.identity;

import java.util.Set;

/** Where identity learns what an account may do; implemented by the room {@code permission}. */
public interface PermissionSource {

    /**
     * The permissions that the account holds anywhere.
     *
     * @param rightsVersion grows with every {@link Accounts#renewRights}; what is remembered for an older one is stale
     */
    Set<String> permissionsOf(AccountId account, long rightsVersion);

    /** The accounts that hold one of the three administrators' roles. */
    Set<AccountId> administrators();

    /** Gives the account the built-in role of the administrator; used once, for the first one. */
    void appointAdministrator(AccountId account);
}
