package org.zhengtong.data.registers;

import java.util.Locale;
import java.util.regex.Pattern;

/** Name of an item (信息项) in a register's schema, such as {@code creditCode}. */
public record ItemName(String value) implements Comparable<ItemName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");

    public ItemName {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not an item: " + value);
        }
    }

    /** Whether the text has the form of an item's name. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches() && !text.startsWith("zt");
    }

    /** The column that holds it: {@code credit_code}. */
    public String column() {
        return value.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(ItemName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
