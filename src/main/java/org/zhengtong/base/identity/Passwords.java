package org.zhengtong.base.identity;

import java.util.List;

/** Changing one's own password. */
public interface Passwords {

    /** Changes the password when the present one fits and the new one is good enough; otherwise tells why not. */
    List<FieldRefusal> change(CurrentUser user, String present, NewPassword next);

    /** Whether the user has a password at all; made-up people have none. */
    boolean isSet(CurrentUser user);
}
