package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseStatistics;

/** Counts straight from the tables. */
@Service
class CountedCases implements CaseStatistics {

    private final StatisticsSearch search;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;

    CountedCases(StatisticsSearch search, WorkingCalendar calendar, CaseClock clocks) {
        this.search = search;
        this.calendar = calendar;
        this.clocks = clocks;
    }

    private static String pattern(@Nullable DivisionCode within) {
        return within == null ? "%" : within.prefix() + "%";
    }

    private LocalDate soon() {
        return calendar.addWorkingDays(clocks.today(), 1);
    }

    @Override
    @Transactional(readOnly = true)
    public Counts today(@Nullable DivisionCode within) {
        return search.day(clocks.today(), soon(), pattern(within));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ByDivision> byDivision(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        return search.byDivision(from, to, clocks.today(), pattern(within));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ByDepartment> byDepartment(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        return search.byDepartment(from, to, clocks.today(), soon(), pattern(within));
    }

    @Override
    @Transactional(readOnly = true)
    public List<DayCount> series(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        Map<LocalDate, DayCount> counted = new HashMap<>();
        search.days(from, to, pattern(within)).forEach(day -> counted.put(day.on(), day));
        var series = new ArrayList<DayCount>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (counted.containsKey(day) || calendar.isWorkingDay(day)) {
                series.add(counted.getOrDefault(day, new DayCount(day, 0, 0)));
            }
        }
        return series;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable Double medianDays(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        return search.medianDays(from, to, pattern(within)).orElse(null);
    }
}
