package org.zhengtong.app.operating.web;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;

/** Who sees and changes settings: the three administrators keep apart, so what guards sign-in is the security administrator's. */
@Component
class SettingRights {

    static final String VIEW = "operating.view_settings";
    static final String CHANGE = "operating.change_settings";
    static final String CHANGE_SIGN_IN = "operating.change_sign_in_settings";
    private static final String SIGN_IN = "zhengtong.identity.";

    private final Permissions permissions;

    SettingRights(Permissions permissions) {
        this.permissions = permissions;
    }

    void requireView(CurrentUser user) {
        permissions.require(user, VIEW);
    }

    void requireChange(CurrentUser user, String name) {
        permissions.require(user, needed(name));
    }

    boolean mayChange(CurrentUser user, String name) {
        return permissions.may(user, needed(name));
    }

    private static String needed(String name) {
        return name.startsWith(SIGN_IN) ? CHANGE_SIGN_IN : CHANGE;
    }
}
