package org.zhengtong.data.sharing;

import java.util.regex.Pattern;

/** Number of a grant and of the request it came from: {@code GX2026-000123}. */
public record GrantNumber(String value) implements Comparable<GrantNumber> {

    private static final Pattern FORM = Pattern.compile("GX[0-9]{4}-[0-9]{6,9}");

    public GrantNumber {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not a grant: " + value);
        }
    }

    /** Whether the text is written like one. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(GrantNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
