package org.zhengtong.base.identity;

import java.util.Optional;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.StaffMember;

/** How members of staff get into their account: by a link that an administrator hands over and that works once, within 24 hours. */
public interface Invitations {
    /** The permission that inviting needs where the person works. */
    String INVITE_STAFF = "identity.invite_staff";

    /** Makes a link for a member of staff and gives its address on this site; who may do so, the caller checks. */
    String invite(CurrentUser by, StaffId staff);

    /** Whom a link still invites. */
    Optional<StaffMember> find(String secret);

    /** Opens the account, or gives an existing one a new name and password, and uses the link up. */
    RegistrationOutcome accept(String secret, String signInName, NewPassword password);
}
