package org.zhengtong.base.workdays;

import java.util.Locale;

/** How a day is drawn on the ruler (工期尺). */
public enum RulerDayKind {
    /** Day of the event, not counted. */
    ZERO,
    /** Counted and past. */
    USED,
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

    /** Class of the kit, such as {@code zero}. */
    public String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
