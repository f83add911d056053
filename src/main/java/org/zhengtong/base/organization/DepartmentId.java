package org.zhengtong.base.organization;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.zhengtong.base.codes.DivisionCode;

/** Stable key of a department: code of its division, dot, short English name, such as {@code 370100.market-regulation}. */
public record DepartmentId(String value) implements Comparable<DepartmentId>, Serializable {
    private static final Pattern FORM = Pattern.compile("(?:\\d{6}|\\d{9}|\\d{12})\\.[a-z0-9]+(?:-[a-z0-9]+)*");

    public DepartmentId {
        if (value.length() > 80 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a department id: " + value);
        }
    }

    /** The department called {@code slug} in a division. */
    public static DepartmentId of(DivisionCode division, String slug) {
        return new DepartmentId(division.value() + "." + slug);
    }

    /** The division that the department works for. */
    public DivisionCode division() {
        return new DivisionCode(value.substring(0, value.indexOf('.')));
    }

    /** The part after the dot: the same word for corresponding departments of all divisions. */
    public String slug() {
        return value.substring(value.indexOf('.') + 1);
    }

    @Override
    public int compareTo(DepartmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
