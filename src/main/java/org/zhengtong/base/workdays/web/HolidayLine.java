package org.zhengtong.base.workdays.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;

/** One holiday of a year: its stretches of days off and the weekend days worked for it. */
public record HolidayLine(String name, List<Stretch> off, List<LocalDate> work) {

    /** Days off in a row. */
    public record Stretch(LocalDate firstOn, LocalDate lastOn) {
        /** Number of days. */
        public int days() {
            return Math.toIntExact(lastOn.toEpochDay() - firstOn.toEpochDay() + 1);
        }
    }

    static List<HolidayLine> of(List<CalendarDay> days) {
        var byName = new LinkedHashMap<String, List<CalendarDay>>();
        days.forEach(day ->
                byName.computeIfAbsent(day.name(), name -> new ArrayList<>()).add(day));
        return byName.entrySet().stream()
                .map(entry -> new HolidayLine(entry.getKey(), stretches(entry.getValue()), worked(entry.getValue())))
                .sorted(Comparator.comparing(HolidayLine::beginsOn))
                .toList();
    }

    private LocalDate beginsOn() {
        return off.isEmpty() ? work.getFirst() : off.getFirst().firstOn();
    }

    private static List<Stretch> stretches(List<CalendarDay> days) {
        var stretches = new ArrayList<Stretch>();
        for (var day : days) {
            if (day.kind() == CalendarDayKind.OFF) {
                var last = stretches.isEmpty() ? null : stretches.getLast();
                if (last != null && last.lastOn().plusDays(1).equals(day.day())) {
                    stretches.set(stretches.size() - 1, new Stretch(last.firstOn(), day.day()));
                } else {
                    stretches.add(new Stretch(day.day(), day.day()));
                }
            }
        }
        return stretches;
    }

    private static List<LocalDate> worked(List<CalendarDay> days) {
        return days.stream()
                .filter(day -> day.kind() == CalendarDayKind.WORK)
                .map(CalendarDay::day)
                .toList();
    }
}
