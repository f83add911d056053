package org.zhengtong.service.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseStatistics;
import org.zhengtong.service.casework.CaseStatistics.ByDepartment;
import org.zhengtong.service.supervision.Maps;

/** Gathers the figures of one division and a time. */
@Component
class Dashboard {

    private static final int TREND_DAYS = 12;
    private static final int FOCUS = 3;

    private final CaseStatistics statistics;
    private final Departments departments;
    private final Divisions divisions;
    private final Maps maps;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Dashboard(
            CaseStatistics statistics,
            Departments departments,
            Divisions divisions,
            Maps maps,
            WorkingCalendar calendar,
            Clock clock) {
        this.statistics = statistics;
        this.departments = departments;
        this.divisions = divisions;
        this.maps = maps;
        this.calendar = calendar;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    CaseStatistics.Counts now(DivisionCode within) {
        return statistics.today(within);
    }

    /** Filed and decided within the period. */
    long[] flow(Period period, DivisionCode within) {
        var today = today();
        if (period == Period.TODAY) {
            var counts = statistics.today(within);
            return new long[] {counts.filed(), counts.decided()};
        }
        var rows = statistics.byDivision(period.from(today), today, within);
        return new long[] {
            rows.stream().mapToLong(CaseStatistics.ByDivision::filed).sum(),
            rows.stream().mapToLong(CaseStatistics.ByDivision::decided).sum()
        };
    }

    RegionTable regions(Period chosen, DivisionCode within) {
        var period = chosen.ofRates();
        var from = period.from(today());
        var sums = RegionTable.sums(statistics.byDivision(from, today(), within), within);
        var before =
                RegionTable.sums(statistics.byDivision(period.before(from), period.before(today()), within), within);
        var regions = RegionTable.rank(compared(within).stream()
                .map(division -> region(division, sums, before))
                .toList());
        return new RegionTable(regions, focus(regions, from));
    }

    private List<Division> compared(DivisionCode within) {
        var children = divisions.children(within);
        return children.isEmpty() || !within.value().endsWith("00") ? List.of(divisions.require(within)) : children;
    }

    private RegionTable.Region region(
            Division division, Map<DivisionCode, RegionTable.Sums> sums, Map<DivisionCode, RegionTable.Sums> before) {
        var sum = sums.getOrDefault(division.code(), RegionTable.Sums.NONE);
        var rate = sum.rate();
        var rateBefore =
                before.getOrDefault(division.code(), RegionTable.Sums.NONE).rate();
        return new RegionTable.Region(
                division.code(),
                division.name(),
                0,
                rate,
                rate == null || rateBefore == null ? null : rate - rateBefore,
                sum.filed(),
                sum.open(),
                sum.overdue());
    }

    private List<RegionTable.Focus> focus(List<RegionTable.Region> regions, LocalDate from) {
        return regions.stream()
                .filter(region -> region.overdue() > 0)
                .sorted(Comparator.comparingLong(RegionTable.Region::overdue).reversed())
                .limit(FOCUS)
                .map(region -> focus(region, from))
                .toList();
    }

    private RegionTable.Focus focus(RegionTable.Region region, LocalDate from) {
        var worst = statistics.byDepartment(from, today(), region.code()).stream()
                .filter(row -> row.overdue() > 0)
                .max(Comparator.comparingInt(ByDepartment::overdue));
        return new RegionTable.Focus(
                region,
                worst.map(row -> name(row.department())).orElse(null),
                worst.map(ByDepartment::overdue).orElse(0));
    }

    private @Nullable String name(DepartmentId department) {
        return departments.names(List.of(department)).get(department);
    }

    MapDrawing map(DivisionCode within, RegionTable table) {
        return MapDrawing.of(maps.below(within), table.regions());
    }

    TrendDrawing trend(DivisionCode within) {
        var to = calendar.isWorkingDay(today()) ? today() : calendar.addWorkingDays(today(), -1);
        var from = calendar.addWorkingDays(to, 1 - TREND_DAYS);
        return TrendDrawing.of(statistics.series(from, to, within));
    }

    DepartmentBars departments(Period chosen, DivisionCode within) {
        var rows = statistics.byDepartment(chosen.ofRates().from(today()), today(), within);
        var names =
                departments.names(rows.stream().map(ByDepartment::department).toList());
        return DepartmentBars.of(rows, names);
    }

    /** Name of the division, what lies below it, and what lies above. */
    List<DashboardPage.Area> areas(DivisionCode within) {
        var shown = divisions.children(within).isEmpty()
                ? divisions.find(within).map(Division::parent).orElse(within)
                : within;
        return divisions.children(shown == null ? within : shown).stream()
                .map(division -> new DashboardPage.Area(division.code(), division.name()))
                .toList();
    }
}
