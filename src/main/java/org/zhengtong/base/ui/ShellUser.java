package org.zhengtong.base.ui;

import java.util.Set;

/**
 * Who is signed in, as far as the frame of a page needs it.
 *
 * @param account number of the account
 * @param name shown name
 * @param title post or kind, may be empty
 * @param staff whether the staff pages are open to them
 * @param permissions names such as {@code casework.accept_case}
 */
public record ShellUser(long account, String name, String title, boolean staff, Set<String> permissions) {

    /** Whether this user holds {@code permission}; everybody holds the empty one. */
    public boolean may(String permission) {
        return permission.isEmpty() || permissions.contains(permission);
    }
}
