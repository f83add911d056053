package org.zhengtong.data.registers;

/** What an item's values are; each has one type of column. */
public enum ItemType {
    TEXT("text"),
    CHOICE("text"),
    DATE("date"),
    WHOLE("bigint"),
    DECIMAL("numeric"),
    YES_NO("boolean"),
    GEOMETRY("text");

    private final String sql;

    ItemType(String sql) {
        this.sql = sql;
    }

    /** Type of the column in PostgreSQL. */
    public String sql() {
        return sql;
    }

    /** Whether every value of this type is one of the other, too. */
    public boolean fitsInto(ItemType wider) {
        return this == wider || wider == TEXT && this != GEOMETRY || this == WHOLE && wider == DECIMAL;
    }
}
