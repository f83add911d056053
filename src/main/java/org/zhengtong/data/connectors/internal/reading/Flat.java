package org.zhengtong.data.connectors.internal.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Records of JSON as rows: nested values under names with dots, lists as they are written. */
final class Flat {

    private static final int DEEPEST = 8;

    private Flat() {}

    static Map<String, @Nullable String> of(JsonNode node) {
        var flat = new LinkedHashMap<String, @Nullable String>();
        put(flat, "", node, 0);
        return flat;
    }

    private static void put(Map<String, @Nullable String> flat, String name, JsonNode node, int depth) {
        if (node.isObject() && depth < DEEPEST) {
            node.properties()
                    .forEach(each -> put(
                            flat,
                            name.isEmpty() ? each.getKey() : name + "." + each.getKey(),
                            each.getValue(),
                            depth + 1));
        } else {
            flat.put(
                    name.isEmpty() ? "value" : name,
                    node.isNull() ? null : node.isValueNode() ? node.asString() : node.toString());
        }
    }

    static @Nullable String[] row(List<String> columns, Map<String, @Nullable String> flat) {
        return columns.stream().map(flat::get).toArray(String[]::new);
    }
}
