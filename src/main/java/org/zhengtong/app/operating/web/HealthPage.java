package org.zhengtong.app.operating.web;

import java.time.Instant;
import java.util.List;
import org.zhengtong.app.operating.HealthLine;

/** The lines, worst first, and when they were looked at. */
public record HealthPage(List<HealthLine> lines, Instant at) {

    /** How many lines are of this level. */
    public long count(HealthLine.Level level) {
        return lines.stream().filter(line -> line.level() == level).count();
    }

    /** Kind of the mark that stands for a level. */
    public static String drawn(HealthLine.Level level) {
        return switch (level) {
            case GOOD -> "done";
            case CARE -> "soon";
            case BAD -> "overdue";
        };
    }
}
