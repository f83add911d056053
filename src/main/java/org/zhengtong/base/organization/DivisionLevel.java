package org.zhengtong.base.organization;

/** The five levels of divisions, from province to village (省、市、县、乡、村). */
public enum DivisionLevel {
    PROVINCE(1),
    PREFECTURE(2),
    COUNTY(3),
    TOWNSHIP(4),
    VILLAGE(5);

    private final int number;

    DivisionLevel(int number) {
        this.number = number;
    }

    /** The level as data files count it: 1 for a province, 5 for a village. */
    public int number() {
        return number;
    }

    /** The level that a data file means by {@code number}. */
    public static DivisionLevel of(int number) {
        for (var level : values()) {
            if (level.number == number) {
                return level;
            }
        }
        throw new IllegalArgumentException("Not a level of division: " + number);
    }
}
