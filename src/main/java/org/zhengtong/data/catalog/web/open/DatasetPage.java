package org.zhengtong.data.catalog.web.open;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.web.Words;

/**
 * One open dataset.
 *
 * @param chart null when no column is a number over time
 */
public record DatasetPage(
        Resource resource,
        Words words,
        List<OpenData.Distribution> distributions,
        OpenData.@Nullable StoredTable table,
        List<List<String>> rows,
        @Nullable SeriesChart chart,
        Place place,
        List<RuleFinding> findings) {

    /** The most rows that the page shows. */
    public static final int SHOWN = 20;

    /**
     * Where the data is about.
     *
     * @param division name of the division; empty when nobody said
     * @param picture address of its outline; null when no public layer has it
     * @param points places of the rows in a picture of 320 by 200; empty without coordinates
     */
    public record Place(
            String division, String code, @Nullable String picture, List<Point> points) {}

    /** A place in the picture. */
    public record Point(long x, long y, String name) {}

    /** Whether a column holds numbers. */
    public boolean number(int column) {
        return table != null && table.columns().get(column).kind() == OpenData.Column.Kind.NUMBER;
    }
}
