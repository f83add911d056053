package org.zhengtong.base.permission;

import java.util.List;
import org.zhengtong.base.identity.AccountId;

/** Who may do what, where, and why: through a grant, a post or a delegation. */
public interface AccessReasons {
    /** The permission to ask about others. */
    String VIEW_ACCESS = "permission.view_access";

    /** All roles that an account holds now or will hold by a grant already made. */
    List<HeldRole> of(AccountId account);

    /** Everybody who holds a permission now, with each reason. */
    List<HeldRole> holders(String permission);
}
