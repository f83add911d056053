package org.zhengtong.base.codes;

/** Level of an administrative division (行政区划级别), from the widest to the narrowest. */
public enum DivisionLevel {
    NATION(0),
    PROVINCE(2),
    PREFECTURE(4),
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /** How many leading digits of a code tell divisions of this level apart. */
    public int digits() {
        return digits;
    }
}
