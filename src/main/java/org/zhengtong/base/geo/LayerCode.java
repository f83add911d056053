package org.zhengtong.base.geo;

import java.util.regex.Pattern;

/** Name of a layer in addresses, such as {@code divisions}: small letters, digits and hyphens. */
public record LayerCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** The outlines of provinces, prefectures and counties, as the pack brings them. */
    public static final LayerCode DIVISIONS = new LayerCode("divisions");

    public LayerCode {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not a layer: " + value);
        }
    }

    /** Whether the text has the form of a layer's code. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
