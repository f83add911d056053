package org.zhengtong.base.schema.internal;

import org.zhengtong.base.schema.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers with the rows a page shows before anybody has typed: as many empty ones as must be there. */
class FilledRows {
    private FilledRows() {}

    static ObjectNode of(Field.Group group, JsonNode answers) {
        var filled = answers instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (var field : group.fields()) {
            switch (field) {
                case Field.Group inner -> filled.set(inner.key(), of(inner, filled.path(inner.key())));
                case Field.Rows rows -> filled.set(rows.key(), rows(rows, filled.path(rows.key())));
                default -> {
                    // stays as it is
                }
            }
        }
        return filled;
    }

    private static ArrayNode rows(Field.Rows rows, JsonNode answers) {
        var filled = JsonNodeFactory.instance.arrayNode();
        answers.valueStream().forEach(row -> filled.add(of(rows.row(), row)));
        while (filled.size() < least(rows)) {
            filled.add(of(rows.row(), JsonNodeFactory.instance.objectNode()));
        }
        return filled;
    }

    static int least(Field.Rows rows) {
        return Math.max(rows.least(), rows.head().required() ? 1 : 0);
    }
}
