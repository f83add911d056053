package org.zhengtong.data.catalog;

import java.util.regex.Pattern;

/**
 * Code of a resource (政务信息资源代码): class 1 digit, item 2, category 3, detail any, a slash, a serial number, such as
 * {@code 3070030001/000012}.
 */
public record ResourceCode(String value) implements Comparable<ResourceCode> {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{5,18}/[0-9]{1,12}");
    private static final int ITEM_DIGITS = 3;
    private static final int CATEGORY_DIGITS = 6;

    public ResourceCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a resource code: " + value);
        }
    }

    /** The code with this serial number in a class. */
    public static ResourceCode of(String classCode, long serial) {
        return new ResourceCode(classCode + "/" + "%06d".formatted(serial));
    }

    /** Whether the text is written like one. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    /** The code from an address, where the slash is a hyphen. */
    public static ResourceCode ofPath(String path) {
        return new ResourceCode(path.replace('-', '/'));
    }

    /** The code as it stands in addresses: {@code 3070030001-000012}. */
    public String path() {
        return value.replace('/', '-');
    }

    /** All digits before the slash. */
    public String classCode() {
        return value.substring(0, value.indexOf('/'));
    }

    /** The class (类): 1 basic, 2 by subject, 3 of a department. */
    public int kind() {
        return value.charAt(0) - '0';
    }

    /** Class and item (项). */
    public String item() {
        return value.substring(0, ITEM_DIGITS);
    }

    /** Class, item and category (目). */
    public String category() {
        return value.substring(0, CATEGORY_DIGITS);
    }

    /** The detail (细目); empty when the class ends with the category. */
    public String detail() {
        return classCode().substring(CATEGORY_DIGITS);
    }

    /** The serial number (顺序码) with its zeros. */
    public String serial() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(ResourceCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
