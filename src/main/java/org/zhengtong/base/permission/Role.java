package org.zhengtong.base.permission;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** A role (角色): permissions that are granted together; {@code delegable} when its holder may hand it over for a time. */
public record Role(
        RoleCode code,
        String nameZh,
        String nameEn,
        boolean builtIn,
        boolean delegable,
        SortedSet<String> permissions) {

    /** The built-in role of the system administrator. */
    public static final RoleCode ADMINISTRATOR = new RoleCode("administrator");

    public Role {
        permissions = new TreeSet<>(permissions);
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameZh;
    }
}
