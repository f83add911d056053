package org.zhengtong.service.supervision.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseStatistics.ByDepartment;

/** Departments with overdue tasks, most first. */
public record DepartmentBars(List<Bar> bars, long total) {

    private static final int SHOWN = 7;

    /** One department; {@code width} in hundredths of the longest bar, {@code shareOfOpen} in percent of its open steps. */
    public record Bar(String name, long overdue, long width, String shareOfOpen) {}

    static DepartmentBars of(List<ByDepartment> rows, Map<DepartmentId, String> names) {
        var late = rows.stream()
                .filter(row -> row.overdue() > 0)
                .sorted(Comparator.comparingInt(ByDepartment::overdue)
                        .reversed()
                        .thenComparing(ByDepartment::department))
                .toList();
        var most = late.isEmpty() ? 1 : late.getFirst().overdue();
        return new DepartmentBars(
                late.stream()
                        .limit(SHOWN)
                        .map(row -> new Bar(
                                names.getOrDefault(
                                        row.department(), row.department().value()),
                                row.overdue(),
                                Math.max(2, 100L * row.overdue() / most),
                                "%.1f".formatted(100.0 * row.overdue() / Math.max(1, row.open()))))
                        .toList(),
                late.stream().mapToLong(ByDepartment::overdue).sum());
    }
}
