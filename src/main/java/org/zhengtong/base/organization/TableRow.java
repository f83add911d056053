package org.zhengtong.base.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of an {@link OrganizationTable} as text.
 *
 * @param line number of the row in the file it came from; 0 when it came from a form
 */
public record TableRow(OrganizationTable table, int line, Map<String, String> cells) {
    public TableRow {
        var ordered = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            var cell = cells.get(column);
            ordered.put(column, cell == null ? "" : cell.strip());
        }
        cells = ordered;
    }

    /** The key, such as {@code 370100.finance}. */
    public String key() {
        return text("id");
    }

    /** A cell, trimmed; empty text when there is nothing. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** The same row with another cell. */
    public TableRow with(String column, String value) {
        var changed = new LinkedHashMap<>(cells);
        changed.put(column, value);
        return new TableRow(table, line, changed);
    }

    /** The columns in which two rows differ. */
    public List<String> differences(TableRow other) {
        var different = new ArrayList<String>();
        for (var column : table.columns()) {
            if (!text(column).equals(other.text(column))) {
                different.add(column);
            }
        }
        return different;
    }
}
