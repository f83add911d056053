package org.zhengtong.app.node.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.zhengtong.base.workdays.WorkingCalendar;

/** Moments at which people apply and offices work. */
final class DemoTimes {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final int OFFICE_MINUTES = 8 * 60;
    private static final int EVENING_MINUTES = 5 * 60;
    private static final int EVENING_PERCENT = 15;

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final RandomGenerator random;

    DemoTimes(WorkingCalendar calendar, ZoneId zone, RandomGenerator random) {
        this.calendar = calendar;
        this.zone = zone;
        this.random = random;
    }

    /** When somebody applies on a day: mostly while the offices work, some in the evening. */
    Instant filing(LocalDate day) {
        var evening = !calendar.isWorkingDay(day) || random.nextInt(100) < EVENING_PERCENT;
        return evening
                ? at(day, CLOSES, random.nextInt(EVENING_MINUTES))
                : at(day, OPENS, random.nextInt(OFFICE_MINUTES));
    }

    boolean inOffice(Instant at) {
        var there = at.atZone(zone);
        var time = there.toLocalTime();
        return calendar.isWorkingDay(there.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /** Some office hour so many working days after a moment, never before it. */
    Instant later(Instant from, int workingDays) {
        var day = LocalDate.ofInstant(from, zone);
        var soon = from.plus(Duration.ofSeconds(900 + random.nextInt(5_400)));
        if (workingDays == 0 && inOffice(from) && inOffice(soon)) {
            return soon;
        }
        return at(calendar.addWorkingDays(day, Math.max(1, workingDays)), OPENS, random.nextInt(OFFICE_MINUTES));
    }

    private Instant at(LocalDate day, LocalTime time, int minutes) {
        return day.atTime(time)
                .plusMinutes(minutes)
                .plusSeconds(random.nextInt(60))
                .atZone(zone)
                .toInstant();
    }
}
