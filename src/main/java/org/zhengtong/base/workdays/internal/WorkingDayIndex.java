package org.zhengtong.base.workdays.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;

/**
 * The calendar as numbers: each day's rank among the working days, and each rank's day. Both are array reads within the
 * years the calendar names, and arithmetic of the plain week outside them. Immutable.
 */
final class WorkingDayIndex {
    /** 1969-12-29, the Monday of the week of the epoch. */
    private static final long MONDAY = -3;

    private final Map<LocalDate, CalendarDay> named = new HashMap<>();
    private final long first;
    private final long end;
    private final int[] ranks;
    private final int[] offsets;

    private WorkingDayIndex(Collection<CalendarDay> days) {
        days.forEach(day -> named.put(day.day(), day));
        first = days.stream().mapToLong(day -> day.day().toEpochDay()).min().orElse(0);
        end = days.stream().mapToLong(day -> day.day().toEpochDay() + 1).max().orElse(0);
        int length = Math.toIntExact(end - first);
        ranks = new int[length + 1];
        var found = new int[length];
        for (int i = 0; i < length; i++) {
            ranks[i + 1] = ranks[i];
            if (followsAsWorking(LocalDate.ofEpochDay(first + i))) {
                found[ranks[i]] = i;
                ranks[i + 1]++;
            }
        }
        offsets = Arrays.copyOf(found, ranks[length]);
    }

    static WorkingDayIndex of(Collection<CalendarDay> days) {
        return new WorkingDayIndex(days);
    }

    private boolean followsAsWorking(LocalDate day) {
        var entry = named.get(day);
        return entry == null ? !isWeekend(day) : entry.kind() == CalendarDayKind.WORK;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Working days from the beginning of the index up to but not including the day; negative before the beginning. */
    long rank(long epochDay) {
        if (epochDay >= first && epochDay <= end) {
            return ranks[(int) (epochDay - first)];
        }
        return epochDay < first
                ? weekdaysBefore(epochDay) - weekdaysBefore(first)
                : offsets.length + weekdaysBefore(epochDay) - weekdaysBefore(end);
    }

    /** The working day of this rank. */
    long select(long rank) {
        if (rank >= 0 && rank < offsets.length) {
            return first + offsets[(int) rank];
        }
        return rank < 0 ? weekday(weekdaysBefore(first) + rank) : weekday(weekdaysBefore(end) + rank - offsets.length);
    }

    boolean isWorking(long epochDay) {
        return rank(epochDay + 1) > rank(epochDay);
    }

    /** The day itself or the first working day after it. */
    long workingDayFrom(long epochDay) {
        return select(rank(epochDay));
    }

    Optional<CalendarDay> find(LocalDate day) {
        return Optional.ofNullable(named.get(day));
    }

    /** Every arrangement of the State Council begins with New Year's Day (元旦) off. */
    boolean knowsYear(int year) {
        return find(LocalDate.of(year, 1, 1))
                .filter(day -> day.kind() == CalendarDayKind.OFF)
                .isPresent();
    }

    List<CalendarDay> daysOf(int year) {
        return named.values().stream()
                .filter(day -> day.day().getYear() == year)
                .sorted(Comparator.comparing(CalendarDay::day))
                .toList();
    }

    private static long weekdaysBefore(long epochDay) {
        long days = epochDay - MONDAY;
        return Math.floorDiv(days, 7L) * 5 + Math.min(Math.floorMod(days, 7), 5);
    }

    private static long weekday(long number) {
        return MONDAY + Math.floorDiv(number, 5L) * 7 + Math.floorMod(number, 5);
    }
}
