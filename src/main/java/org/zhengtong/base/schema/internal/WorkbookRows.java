package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The rows of a list, also of one within the rows of another. */
class WorkbookRows {

    /** A row with its number and those of the rows around it, such as 3 or 3.1. */
    record Row(String parent, String number, JsonNode answers) {}

    private WorkbookRows() {}

    static List<Row> of(WorkbookPlan.Listing list, JsonNode answers) {
        var rows = new ArrayList<Row>();
        walk(answers, list.pattern().substring(1).split("/"), 0, "", rows);
        return rows;
    }

    private static void walk(JsonNode at, String[] keys, int depth, String numbers, List<Row> rows) {
        if (depth == keys.length) {
            for (int i = 0; i < at.size(); i++) {
                rows.add(new Row(numbers, Integer.toString(i + 1), at.path(i)));
            }
        } else if (keys[depth].equals(WorkbookPlan.EVERY)) {
            for (int i = 0; i < at.size(); i++) {
                var number = numbers.isEmpty() ? Integer.toString(i + 1) : numbers + "." + (i + 1);
                walk(at.path(i), keys, depth + 1, number, rows);
            }
        } else {
            walk(at.path(keys[depth]), keys, depth + 1, numbers, rows);
        }
    }
}
