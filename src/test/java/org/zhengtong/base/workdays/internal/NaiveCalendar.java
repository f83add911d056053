package org.zhengtong.base.workdays.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;

/** The rules of counting once more, as slowly and plainly as possible, to compare with. */
final class NaiveCalendar {
    private final Map<LocalDate, CalendarDay> named;

    NaiveCalendar(List<CalendarDay> days) {
        named = days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
    }

    boolean isWorkingDay(LocalDate day) {
        var entry = named.get(day);
        if (entry != null) {
            return entry.kind() == CalendarDayKind.WORK;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    LocalDate add(LocalDate day, int amount) {
        var result = day;
        for (int left = amount; left > 0; ) {
            result = result.plusDays(1);
            left -= isWorkingDay(result) ? 1 : 0;
        }
        return result;
    }

    /** Null when an open stop is met before the limit ends. */
    @Nullable
    LocalDate due(LocalDate event, TimeLimit limit, List<ClockStop> stops) {
        var day = event;
        int left = limit.amount();
        while (left > 0) {
            day = day.plusDays(1);
            if (stoppedForGood(day, stops)) {
                return null;
            }
            boolean counts = limit.unit() == TimeLimitUnit.CALENDAR_DAYS || isWorkingDay(day);
            left -= counts && !isStopped(day, stops) ? 1 : 0;
        }
        while (!isWorkingDay(day) || (limit.amount() > 0 && isStopped(day, stops))) {
            day = day.plusDays(1);
            if (limit.amount() > 0 && stoppedForGood(day, stops)) {
                return null;
            }
        }
        return day;
    }

    static boolean isStopped(LocalDate day, List<ClockStop> stops) {
        return stops.stream()
                .anyMatch(stop -> !day.isBefore(stop.from()) && (stop.until() == null || day.isBefore(stop.until())));
    }

    private static boolean stoppedForGood(LocalDate day, List<ClockStop> stops) {
        return stops.stream().anyMatch(stop -> stop.until() == null && !day.isBefore(stop.from()));
    }

    static Arbitrary<LocalDate> anyDay() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2006, 6, 1).toEpochDay(),
                        LocalDate.of(2028, 6, 30).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    static Arbitrary<TimeLimit> anyLimit() {
        return Combinators.combine(Arbitraries.integers().between(0, 90), Arbitraries.of(TimeLimitUnit.class))
                .as(TimeLimit::new);
    }

    /** Up to four stops around a day, some of them overlapping, empty or open. */
    static Arbitrary<List<ClockStop>> stopsAround(LocalDate day) {
        var stop = Combinators.combine(
                        Arbitraries.integers().between(-5, 60),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as((from, length, open) ->
                        new ClockStop(day.plusDays(from), open ? null : day.plusDays(from + length)));
        return stop.list().ofMaxSize(4);
    }
}
