package org.zhengtong.base.workdays;

/** What the calendar says of a day. */
public enum CalendarDayKind {
    /** Day off (放假). */
    OFF,
    /** Working day, usually a weekend worked in exchange (调休上班). */
    WORK
}
