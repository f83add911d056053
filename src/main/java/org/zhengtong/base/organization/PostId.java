package org.zhengtong.base.organization;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Stable key of a post: department, slash, short English name, such as {@code 370100.market-regulation/examiner}. */
public record PostId(String value) implements Serializable {
    private static final Pattern FORM = Pattern.compile("[0-9.a-z-]+/[a-z0-9]+(?:-[a-z0-9]+)*");

    public PostId {
        if (value.length() > 120 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a post id: " + value);
        }
    }

    /** The department that the post belongs to. */
    public DepartmentId department() {
        return new DepartmentId(value.substring(0, value.indexOf('/')));
    }

    @Override
    public String toString() {
        return value;
    }
}
