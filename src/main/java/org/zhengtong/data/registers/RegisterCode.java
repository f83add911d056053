package org.zhengtong.data.registers;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Name of a register in addresses and tables, such as {@code legal-person}: small letters, digits and hyphens. */
public record RegisterCode(String value) implements Serializable {

    // Tables are named after it; PostgreSQL cuts names at 63 bytes.
    private static final Pattern FORM = Pattern.compile("[a-z](?:-?[a-z0-9]){1,29}");

    public RegisterCode {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not a register: " + value);
        }
    }

    /** Whether the text has the form of a register's code. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
