package org.zhengtong.data.registers;

import java.util.Optional;

/** Value of a register's key item in one record, such as a unified social credit code. */
public record RecordKey(String value) {

    private static final int LONGEST = 200;

    public RecordKey {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not a key of a record");
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0;
    }

    /** The key that somebody typed or put into an address; empty when it can be none. */
    public static Optional<RecordKey> of(String text) {
        return Optional.of(text).filter(RecordKey::fits).map(RecordKey::new);
    }

    /** Not the key itself, which may be a citizen number and must not reach a log by accident. */
    @Override
    public String toString() {
        return "key of " + value.length() + " characters";
    }
}
