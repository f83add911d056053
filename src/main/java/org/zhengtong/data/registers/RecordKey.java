package org.zhengtong.data.registers;

/** Value of a register's key item in one record, such as a unified social credit code. */
public record RecordKey(String value) {

    private static final int LONGEST = 200;

    public RecordKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("Not a key of a record");
        }
    }

    /** Not the key itself, which may be a citizen number and must not reach a log by accident. */
    @Override
    public String toString() {
        return "key of " + value.length() + " characters";
    }
}
