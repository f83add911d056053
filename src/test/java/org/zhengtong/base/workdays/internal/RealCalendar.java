package org.zhengtong.base.workdays.internal;

import java.util.List;
import org.zhengtong.base.workdays.WorkingCalendar;

/** The working calendar without a platform: weeks of five days, for tests of other rooms. */
public final class RealCalendar {

    private RealCalendar() {}

    /** Saturdays and Sundays are off. */
    public static WorkingCalendar ofWeeks() {
        return new FixedCalendar(WorkingDayIndex.of(List.of()));
    }
}
