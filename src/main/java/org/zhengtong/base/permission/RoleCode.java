package org.zhengtong.base.permission;

import java.util.regex.Pattern;

/** Stable key of a role, such as {@code examiner}. */
public record RoleCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]+(?:-[a-z]+)*");

    public RoleCode {
        if (value.length() > 60 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a role: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
