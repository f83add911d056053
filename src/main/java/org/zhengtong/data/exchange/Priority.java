package org.zhengtong.data.exchange;

/** What goes first when much waits; within a channel the order is kept all the same. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH
}
