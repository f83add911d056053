package org.zhengtong.app.hall.internal;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the row that is in one state of a page's answers and no longer in the next. */
record RowRemoval(String pointer, int index, JsonNode content) {

    static Optional<RowRemoval> between(JsonNode before, JsonNode after, String pointer) {
        return switch (before) {
            case ArrayNode rows
            when after instanceof ArrayNode fewer && fewer.size() == rows.size() - 1 ->
                Optional.of(missing(rows, fewer, pointer));
            case ArrayNode rows
            when after instanceof ArrayNode others && others.size() == rows.size() -> inRows(rows, others, pointer);
            case ArrayNode rows
            when rows.size() == 1 && !after.isArray() -> Optional.of(new RowRemoval(pointer, 0, rows.get(0)));
            case ObjectNode fields -> inFields(fields, after, pointer);
            default -> Optional.empty();
        };
    }

    private static RowRemoval missing(ArrayNode rows, ArrayNode fewer, String pointer) {
        var at = 0;
        while (at < fewer.size() && rows.get(at).equals(fewer.get(at))) {
            at++;
        }
        return new RowRemoval(pointer, at, rows.get(at));
    }

    private static Optional<RowRemoval> inRows(ArrayNode rows, ArrayNode others, String pointer) {
        for (var at = 0; at < rows.size(); at++) {
            var found = between(rows.get(at), others.get(at), pointer + "/" + at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<RowRemoval> inFields(ObjectNode fields, JsonNode after, String pointer) {
        for (var field : fields.properties()) {
            var found = between(field.getValue(), after.path(field.getKey()), pointer + "/" + field.getKey());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
