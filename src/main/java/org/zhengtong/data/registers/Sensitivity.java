package org.zhengtong.data.registers;

/** Who an item is for. */
public enum Sensitivity {
    /** Anybody. */
    OPEN,
    /** Those within the government who have a ground. */
    INTERNAL,
    /** Personal data: shown masked, and every look in the clear is recorded. */
    PERSONAL
}
