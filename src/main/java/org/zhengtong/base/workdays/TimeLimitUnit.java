package org.zhengtong.base.workdays;

/** How a limit counts: working days (行政许可法 第八十二条) or calendar days (信访工作条例). */
public enum TimeLimitUnit {
    WORKING_DAYS,
    CALENDAR_DAYS
}
