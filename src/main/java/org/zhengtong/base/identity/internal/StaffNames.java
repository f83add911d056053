package org.zhengtong.base.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.NewPassword;

/** What a member of staff may choose as name and password to sign in by. */
@Component
class StaffNames {
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._]{2,39}");

    private final PasswordCheck passwords;

    StaffNames(PasswordCheck passwords) {
        this.passwords = passwords;
    }

    List<FieldRefusal> refusals(String name, String signInName, NewPassword password) {
        var refusals = new ArrayList<FieldRefusal>();
        if (!SIGN_IN_NAME.matcher(signInName).matches()) {
            refusals.add(FieldRefusal.of("signInName", "identity.first-administrator.sign-in-name-wrong"));
        }
        refusals.addAll(passwords.refusals(
                password, PasswordCheck.ADMINISTRATOR_LENGTH, List.of(name.strip(), signInName.strip())));
        return refusals;
    }
}
