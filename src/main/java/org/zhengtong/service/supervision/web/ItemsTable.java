package org.zhengtong.service.supervision.web;

import java.util.List;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.casework.CaseStatistics.ByItem;

/** Cases of a period by item; the items of a bundle's lanes stand below it and are not counted in the sums. */
public record ItemsTable(Period period, DivisionCode within, String name, List<ByItem> rows) {

    public ItemsTable {
        rows = List.copyOf(rows);
    }

    /** Cases filed. */
    public int filed() {
        return rows.stream()
                .filter(row -> row.bundle() == null)
                .mapToInt(ByItem::filed)
                .sum();
    }

    /** Cases decided. */
    public int decided() {
        return rows.stream()
                .filter(row -> row.bundle() == null)
                .mapToInt(ByItem::decided)
                .sum();
    }

    /** Per cent decided in time; empty when nothing was decided. */
    public static String rate(ByItem row) {
        return row.decided() == 0 ? "" : "%.1f".formatted(100.0 * row.inTime() / row.decided());
    }

    /** Period and division for addresses. */
    public String query() {
        return "period=" + period.value() + "&within=" + within.value();
    }
}
