package org.zhengtong.base.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.organization.StaffId;

/** The accounts, for rooms that show names or fill in an applicant. */
public interface Accounts {

    /** The account with this number, if it exists. */
    Optional<Account> find(AccountId id);

    /** Names for a set of accounts in one look-up; unknown accounts are left out. */
    Map<AccountId, String> names(Collection<AccountId> ids);

    /** The accounts bound to members of staff, in one look-up; staff without an account are left out. */
    Map<StaffId, AccountId> ofStaff(Collection<StaffId> staff);

    /** The citizen behind an account, if it is a citizen's. */
    Optional<CitizenAccount> findCitizen(AccountId id);

    /** The account of the citizen with this number, for a walk-in at the window. */
    Optional<AccountId> findCitizen(CitizenNumber number);

    /** The enterprise behind an account, if it is an enterprise's. */
    Optional<EnterpriseAccount> findEnterprise(AccountId id);

    /** The account of the enterprise with this code. */
    Optional<AccountId> findEnterprise(CreditCode code);

    /** What the present user would be if he sent a request now; empty when the account is closed. */
    Optional<CurrentUser> findUser(AccountId id);

    /** Tells that the rights of these accounts changed: their next request reads them anew. */
    void renewRights(Collection<AccountId> ids);
}
