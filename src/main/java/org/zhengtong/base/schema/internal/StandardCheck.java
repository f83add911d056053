package org.zhengtong.base.schema.internal;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.NumericFPNode;
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

    /** The keyword of a page that the standard does not know in this way, such as a {@code maximum} that is no number. */
    static Optional<String> fault(FormPage page, ObjectNode form) {
        try {
            new StandardCheck(page, form).schema.initializeValidators();
            return Optional.empty();
        } catch (SchemaException wrong) {
            return Optional.of(
                    Objects.requireNonNullElse(wrong.getMessage(), "").split(" ", 2)[0]);
        }
    }

    private static JsonNode whole(double number) {
        var most = Math.clamp(number, -Double.MAX_VALUE, Double.MAX_VALUE);
        return BigIntegerNode.valueOf(new BigDecimal(most).toBigInteger());
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
        return schema.validate(within(answers));
    }

    /**
     * The validator reads floating numbers as {@code long}. Those beyond it have no fraction any more, and are compared as whole
     * numbers of any size.
     */
    private static JsonNode within(JsonNode answers) {
        return switch (answers) {
            case NumericFPNode number when Math.abs(number.doubleValue()) >= 0x1p63 -> whole(number.doubleValue());
            case ObjectNode object -> {
                var copy = object.objectNode();
                object.properties().forEach(each -> copy.set(each.getKey(), within(each.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = array.arrayNode(array.size());
                array.forEach(each -> copy.add(within(each)));
                yield copy;
            }
            default -> answers;
        };
    }

    private static void limit(Field field, JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        switch (field) {
            case Field.Text text -> schema.put("maxLength", text.maxLength());
            case Field.Group group -> {
                // whether a conditional field must be answered is decided with its condition, not here
                if (schema.path("required") instanceof ArrayNode required) {
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
