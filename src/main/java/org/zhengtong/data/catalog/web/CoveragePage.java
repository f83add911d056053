package org.zhengtong.data.catalog.web;

import java.util.List;

/** How much the catalog covers: by level, by place and by department. */
public record CoveragePage(List<Level> levels, List<Line> providers, long classes, long departments, long resources) {
    /** The most bars that the chart draws. */
    public static final int BARS = 15;

    /** Sums of one level of government. */
    public record Level(String level, long departments, long known, long classes, long resources) {

        /** Share of the departments of this level that have entries, in a hundred; 0 when nobody knows how many there are. */
        public long percent() {
            return known == 0 ? 0 : Math.min(100, Math.round(departments * 100.0 / known));
        }
    }

    /** One department. */
    public record Line(
            String place,
            String provider,
            long classes,
            long resources,
            long items,
            long unconditional,
            long conditional,
            long notShared,
            long open) {}

    /** The longest bar. */
    public long longest() {
        return providers.stream().mapToLong(Line::resources).max().orElse(1);
    }
}
