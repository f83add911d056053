package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;

/** Counts limits on an index: stretches between stops, never day by day. */
final class LimitArithmetic {
    private final WorkingDayIndex index;

    LimitArithmetic(WorkingDayIndex index) {
        this.index = index;
    }

    DueDate due(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops) {
        long event = eventOn.toEpochDay();
        if (limit.amount() == 0) {
            return ends(eventOn, limit, List.of(), index.workingDayFrom(event));
        }
        return stops.isEmpty()
                ? ends(eventOn, limit, List.of(), atWork(lastDay(event + 1, limit.amount(), limit.unit())))
                : walk(eventOn, limit, merge(stops, eventOn));
    }

    private DueDate walk(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops) {
        var met = new ArrayList<ClockStop>();
        long next = eventOn.toEpochDay() + 1;
        int left = limit.amount();
        long last = atWork(lastDay(next, left, limit.unit()));
        for (var stop : stops) {
            if (last < stop.from().toEpochDay()) {
                break;
            }
            met.add(stop);
            left -= (int) Math.min(left, units(next, stop.from().toEpochDay(), limit.unit()));
            if (stop.until() == null) {
                return new DueDate(eventOn, limit, met, null, left);
            }
            next = stop.until().toEpochDay();
            last = left == 0 ? index.workingDayFrom(next) : atWork(lastDay(next, left, limit.unit()));
        }
        return ends(eventOn, limit, met, last);
    }

    private static DueDate ends(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops, long last) {
        return new DueDate(eventOn, limit, stops, LocalDate.ofEpochDay(last), 0);
    }

    /** The day on which the last of so many units, counted from a day on, is used up. */
    private long lastDay(long from, int amount, TimeLimitUnit unit) {
        return unit == TimeLimitUnit.WORKING_DAYS ? index.select(index.rank(from) + amount - 1) : from + amount - 1;
    }

    // 民法典 第二百零三条: a period whose last day is a day off ends on the next working day.
    private long atWork(long day) {
        return index.workingDayFrom(day);
    }

    private long units(long from, long until, TimeLimitUnit unit) {
        return unit == TimeLimitUnit.WORKING_DAYS ? index.rank(until) - index.rank(from) : until - from;
    }

    /** In order, without overlaps, nothing on or before the event. */
    private static List<ClockStop> merge(List<ClockStop> stops, LocalDate eventOn) {
        var dayAfter = eventOn.plusDays(1);
        var clipped = stops.stream()
                .map(stop -> stop.from().isBefore(dayAfter) ? clip(stop, dayAfter) : stop)
                .filter(stop -> stop.until() == null || stop.until().isAfter(stop.from()))
                .sorted(Comparator.comparing(ClockStop::from))
                .toList();
        var merged = new ArrayList<ClockStop>();
        for (var stop : clipped) {
            var before = merged.isEmpty() ? null : merged.getLast();
            if (before == null || (before.until() != null && before.until().isBefore(stop.from()))) {
                merged.add(stop);
            } else {
                merged.set(merged.size() - 1, new ClockStop(before.from(), later(before.until(), stop.until())));
            }
        }
        return merged;
    }

    private static ClockStop clip(ClockStop stop, LocalDate from) {
        var until = stop.until();
        return new ClockStop(from, until == null || until.isAfter(from) ? until : from);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
