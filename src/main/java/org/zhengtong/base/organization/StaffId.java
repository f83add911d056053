package org.zhengtong.base.organization;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Stable key of a member of staff: the employee number of the region's personnel list, such as {@code jn-0102}. */
public record StaffId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    public StaffId {
        if (value.length() > 40 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a staff id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
