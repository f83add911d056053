package org.zhengtong.service.supervision.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.casework.CaseStatistics.ByDivision;

/** Divisions ranked by their share of cases decided in time; those without a decided case come last, unranked. */
public record RegionTable(List<Region> regions, List<Focus> focus) {

    /**
     * One division.
     *
     * @param rank 0 without a decided case
     * @param rate per cent decided in time; null without a decided case
     * @param change against the time before; null when either has none
     */
    public record Region(
            DivisionCode code,
            String name,
            int rank,
            @Nullable Double rate,
            @Nullable Double change,
            long filed,
            long open,
            long overdue) {

        public String rateText() {
            return rate == null ? "" : "%.1f".formatted(rate);
        }

        public String changeText() {
            var difference = change;
            if (difference == null) {
                return "";
            }
            var text = "%.1f".formatted(Math.abs(difference));
            return text.equals("0.0") ? "0" : (difference < 0 ? "−" : "+") + text;
        }
    }

    /** A division to look at first, with the department that most of its overdue cases wait for. */
    public record Focus(Region region, @Nullable String department, long ofIt) {}

    /** Sums of counties for the divisions that the page compares. */
    record Sums(long filed, long decided, long inTime, long open, long overdue) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(ByDivision more) {
            return new Sums(
                    filed + more.filed(),
                    decided + more.decided(),
                    inTime + more.inTime(),
                    open + more.open(),
                    overdue + more.overdue());
        }

        @Nullable
        Double rate() {
            return decided == 0 ? null : 100.0 * inTime / decided;
        }
    }

    static Map<DivisionCode, Sums> sums(List<ByDivision> rows, DivisionCode within) {
        var sums = new HashMap<DivisionCode, Sums>();
        rows.forEach(row -> sums.merge(childOf(within, row.division()), Sums.NONE.plus(row), (a, b) -> a.plus(row)));
        return sums;
    }

    /** The division directly below {@code within} that a case's division belongs to. */
    static DivisionCode childOf(DivisionCode within, DivisionCode division) {
        if (within.value().endsWith("0000") && !division.value().startsWith("0000", 2)) {
            return new DivisionCode(division.value().substring(0, 4) + "00");
        }
        return division.value().length() > 6 ? new DivisionCode(division.value().substring(0, 6)) : division;
    }

    static List<Region> rank(List<Region> unranked) {
        var byRate = unranked.stream()
                .sorted(Comparator.comparing(Region::rate, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Region::overdue)
                        .thenComparing(region -> region.code().value()))
                .toList();
        var rank = new int[1];
        return byRate.stream()
                .map(region -> region.rate() == null ? region : ranked(region, ++rank[0]))
                .toList();
    }

    private static Region ranked(Region region, int rank) {
        return new Region(
                region.code(),
                region.name(),
                rank,
                region.rate(),
                region.change(),
                region.filed(),
                region.open(),
                region.overdue());
    }
}
