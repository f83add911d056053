package org.zhengtong.service.items;

import java.util.stream.Stream;

/** Kind of a service item (事项类型), GB/T 39046-2020 table A.1; texts under {@code items.kind.<code>}. */
public enum ItemKind {
    PERMIT("01"),
    PENALTY("02"),
    COMPULSION("03"),
    LEVY("04"),
    BENEFIT("05"),
    INSPECTION("06"),
    CONFIRMATION("07"),
    REWARD("08"),
    RULING("09"),
    OTHER_POWER("10"),
    PUBLIC_SERVICE("20");

    private final String code;

    ItemKind(String code) {
        this.code = code;
    }

    /** The two-digit code of the standard. */
    public String code() {
        return code;
    }

    /** The kind of a code with one or two digits. */
    public static ItemKind of(String code) {
        var padded = code.length() == 1 ? "0" + code : code;
        return Stream.of(values())
                .filter(kind -> kind.code.equals(padded))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an item kind: " + code));
    }
}
