package org.zhengtong.base.identity;

import java.io.Serializable;

/** Number of an account; given once, never used again. */
public record AccountId(long value) implements Comparable<AccountId>, Serializable {
    public AccountId {
        if (value <= 0) {
            throw new IllegalArgumentException("Not an account id: " + value);
        }
    }

    /** Reads what an address or a field holds. */
    public static AccountId of(String text) {
        return new AccountId(Long.parseLong(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
