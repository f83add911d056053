package org.zhengtong.base.workdays;

import java.util.Locale;

/** What a day means for a limit, and how the ruler (工期尺) draws it. */
public enum LimitDayKind {
    /** Day of the event, not counted. */
    ZERO,
    /** Counted and past. */
    USED,
    /** Counted, and it is today. */
    TODAY,
    /** Day off, not counted. */
    REST,
    /** The clock stood still. */
    STOP,
    /** Last day. */
    DUE,
    /** After the last day. */
    LATE,
    /** Counted and still to come. */
    AHEAD;

    /** Class of the kit; a day ahead has none. */
    public String cssClass() {
        return this == AHEAD ? "" : name().toLowerCase(Locale.ROOT);
    }
}
