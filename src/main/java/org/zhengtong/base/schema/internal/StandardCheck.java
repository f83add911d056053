package org.zhengtong.base.schema.internal;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The canonical check of one page: JSON Schema 2020-12, with our default limits put in. */
class StandardCheck {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaCacheEnabled(false)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .regularExpressionFactory(new LinearRegex())
                            .formatAssertionsEnabled(false)
                            .build()));

    private final Schema schema;

    StandardCheck(FormPage page, ObjectNode form) {
        var copy = (ObjectNode) form.path("properties").path(page.key()).deepCopy();
        limit(page.content(), copy);
        removeOwnKeywords(copy);
        this.schema = REGISTRY.getSchema(copy);
    }

    /** Our x- keywords mean nothing to the validator, which would warn of each. */
    private static void removeOwnKeywords(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            schema.remove(schema.propertyNames().stream()
                    .filter(keyword -> keyword.startsWith("x-"))
                    .toList());
        }
        for (var entry : node.properties()) {
            if (entry.getKey().equals("properties")) {
                entry.getValue().valueStream().forEach(StandardCheck::removeOwnKeywords);
            } else {
                removeOwnKeywords(entry.getValue());
            }
        }
        if (node.isArray()) {
            node.valueStream().forEach(StandardCheck::removeOwnKeywords);
        }
    }

    List<Error> check(JsonNode answers) {
        return schema.validate(answers);
    }

    private static void limit(Field field, JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        switch (field) {
            case Field.Text text -> schema.put("maxLength", text.maxLength());
            case Field.Group group -> {
                // whether a conditional field must be answered is decided with its condition, not here
                if (schema.path("required") instanceof tools.jackson.databind.node.ArrayNode required) {
                    required.removeIf(key -> group.find(key.asString(""))
                            .filter(each -> each.head().shownIf() != null)
                            .isPresent());
                }
                group.fields()
                        .forEach(each -> limit(each, schema.path("properties").path(each.key())));
            }
            case Field.Rows rows -> {
                schema.put("maxItems", rows.most());
                atLeastOne(rows, schema);
                limit(rows.row(), schema.path("items"));
            }
            case Field.Files files -> {
                schema.put("maxItems", files.rules().maxCount());
                atLeastOne(files, schema);
            }
            case Field.Choice choice
            when choice.many() -> {
                schema.put("uniqueItems", true);
                atLeastOne(choice, schema);
            }
            default -> {
                // its own keywords suffice
            }
        }
    }

    private static void atLeastOne(Field field, ObjectNode schema) {
        if (field.head().required() && schema.path("minItems").asInt(0) < 1) {
            schema.put("minItems", 1);
        }
    }
}
