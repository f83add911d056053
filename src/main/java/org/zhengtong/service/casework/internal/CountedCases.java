package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseStatistics;

/** Counts straight from the tables. */
@Service
class CountedCases implements CaseStatistics {

    private final StatisticsSearch search;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;
    private final KnownProcedures procedures;

    CountedCases(StatisticsSearch search, WorkingCalendar calendar, CaseClock clocks, KnownProcedures procedures) {
        this.procedures = procedures;
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
    public List<ByItem> byItem(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        var parts = parts(from, to, within);
        var rows = new ArrayList<ByItem>();
        for (var row : search.byItem(from, to, pattern(within))) {
            rows.add(row);
            parts.stream().filter(part -> row.item().equals(part.bundle())).forEach(rows::add);
        }
        return rows;
    }

    /** The lanes' items, those of several versions of a procedure together. */
    private List<ByItem> parts(LocalDate from, LocalDate to, @Nullable DivisionCode within) {
        var bundles = procedures.bundles();
        var sums = new LinkedHashMap<String, ByItem>();
        for (var lane : bundles.isEmpty()
                ? List.<StatisticsSearch.Lane>of()
                : search.lanes(from, to, pattern(within), bundles)) {
            var item =
                    procedures.require(lane.procedure()).step(lane.step()).own().item();
            if (item != null && lane.opened() + lane.done() > 0) {
                var bundle = new ItemCode(lane.itemCode());
                var part = new ByItem(item, lane.title(), bundle, lane.opened(), lane.done(), lane.inTime());
                sums.merge(bundle.value() + item.value(), part, CountedCases::sum);
            }
        }
        return List.copyOf(sums.values());
    }

    private static ByItem sum(ByItem one, ByItem other) {
        return new ByItem(
                one.item(),
                one.name(),
                one.bundle(),
                one.filed() + other.filed(),
                one.decided() + other.decided(),
                one.inTime() + other.inTime());
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
