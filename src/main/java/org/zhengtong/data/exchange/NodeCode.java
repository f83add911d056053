package org.zhengtong.data.exchange;

import java.util.regex.Pattern;

/** Code of a node such as {@code 370100-main}: by convention its division, then which node of it. */
public record NodeCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");

    public NodeCode {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a node code: " + value);
        }
    }

    /** Whether a text could be the code of a node. */
    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
