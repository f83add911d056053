package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhengtong.base.schema.Field;
import tools.jackson.databind.JsonNode;

/** Says which row of one answer is which of another: the same content first, then the same name, then the same place. */
class RowMatching {

    /** Numbers of a row before and after; -1 where it is not there. */
    record Pair(int before, int after) {}

    private RowMatching() {}

    /** All rows of both, in the order they have now; those that are gone come last. */
    static List<Pair> match(Field.Rows rows, JsonNode before, JsonNode after) {
        var pairs = new TreeMap<Integer, Integer>();
        var left = new LinkedHashMap<Integer, JsonNode>();
        for (int i = 0; i < count(before); i++) {
            left.put(i, before.get(i));
        }
        pair(after, left, pairs, JsonNode::toString);
        if (rows.nameOf() != null) {
            pair(after, left, pairs, row -> row.path(rows.nameOf()).asString(""));
        }
        for (int i = 0; i < count(after); i++) {
            if (!pairs.containsKey(i) && left.remove(i) != null) {
                pairs.put(i, i);
            }
        }
        var matched = new ArrayList<Pair>();
        for (int i = 0; i < count(after); i++) {
            matched.add(new Pair(pairs.getOrDefault(i, -1), i));
        }
        left.keySet().forEach(gone -> matched.add(new Pair(gone, -1)));
        return matched;
    }

    /** What is no table has no rows. */
    private static int count(JsonNode rows) {
        return rows.isArray() ? rows.size() : 0;
    }

    private static void pair(
            JsonNode after,
            LinkedHashMap<Integer, JsonNode> left,
            TreeMap<Integer, Integer> pairs,
            Function<JsonNode, String> likeness) {
        var byLikeness = new HashMap<String, List<Integer>>();
        left.forEach((number, row) -> byLikeness
                .computeIfAbsent(likeness.apply(row), _ -> new ArrayList<>())
                .add(number));
        for (int i = 0; i < count(after); i++) {
            var same = byLikeness.get(likeness.apply(after.get(i)));
            if (!pairs.containsKey(i) && same != null && !same.isEmpty()) {
                var number = same.removeFirst();
                left.remove(number);
                pairs.put(i, number);
            }
        }
    }
}
