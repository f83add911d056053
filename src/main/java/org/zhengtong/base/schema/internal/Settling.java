package org.zhengtong.base.schema.internal;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers without what is not asked: hidden parts, unknown keys, optional groups left empty. */
class Settling {
    private final FormSchema form;
    private final Asked asked;

    Settling(FormSchema form, JsonNode answers) {
        this.form = form;
        this.asked = new Asked(form.pages(), answers);
    }

    ObjectNode whole(JsonNode answers) {
        var settled = JsonNodeFactory.instance.objectNode();
        form.pages().stream()
                .filter(asked::page)
                .forEach(page -> settled.set(page.key(), group(page.content(), answers.path(page.key()))));
        return settled;
    }

    ObjectNode group(Field.Group group, JsonNode answers) {
        var settled = JsonNodeFactory.instance.objectNode();
        for (var field : group.fields()) {
            if (asked.field(field, group, answers)) {
                var value = value(field, answers.path(field.key()));
                if (value != null) {
                    settled.set(field.key(), value);
                }
            }
        }
        return settled;
    }

    private @Nullable JsonNode value(Field field, JsonNode answer) {
        var required = field.head().required();
        return switch (field) {
            case Field.Group inner -> {
                var settled = group(inner, answer);
                yield settled.isEmpty() && !required ? null : settled;
            }
            case Field.Rows rows -> {
                var settled = JsonNodeFactory.instance.arrayNode();
                answer.valueStream().forEach(row -> settled.add(group(rows.row(), row)));
                yield settled.isEmpty() && !required ? null : settled;
            }
            case Field.Files _ -> list(answer, required);
            case Field.Choice choice when choice.many() -> list(answer, required);
            default ->
                answer.isMissingNode()
                                || answer.isNull()
                                || answer.asString("x").isEmpty()
                        ? null
                        : answer;
        };
    }

    private static @Nullable JsonNode list(JsonNode answer, boolean required) {
        if (answer.isArray() && !answer.isEmpty()) {
            return answer;
        }
        return required ? JsonNodeFactory.instance.arrayNode() : null;
    }

    /** The settled answers of all pages for CEL. */
    static Map<String, Object> forRules(FormSchema form, ObjectNode settled) {
        var pages = new java.util.HashMap<String, Object>();
        form.pages().forEach(page -> pages.put(page.key(), forRules(page.content(), settled.path(page.key()))));
        return pages;
    }

    /** Answers for CEL: numbers are doubles, lists are always there. */
    static Map<String, Object> forRules(Field.Group group, JsonNode answers) {
        var values = new java.util.HashMap<String, Object>();
        for (var field : group.fields()) {
            var answer = answers.path(field.key());
            switch (field) {
                case Field.Group inner -> values.put(field.key(), forRules(inner, answer));
                case Field.Rows rows -> values.put(field.key(), list(answer, row -> forRules(rows.row(), row)));
                case Field.Files _ ->
                    values.put(
                            field.key(), list(answer, file -> file.path("name").asString("")));
                case Field.Choice choice
                when choice.many() -> values.put(field.key(), list(answer, each -> each.asString("")));
                default -> scalar(answer).ifPresent(value -> values.put(field.key(), value));
            }
        }
        return values;
    }

    private static java.util.List<Object> list(JsonNode answer, Function<JsonNode, Object> each) {
        return answer.isArray() ? answer.valueStream().map(each).toList() : java.util.List.of();
    }

    private static java.util.Optional<Object> scalar(JsonNode answer) {
        return switch (answer.getNodeType()) {
            case NUMBER -> java.util.Optional.of(answer.doubleValue());
            case BOOLEAN -> java.util.Optional.of(answer.booleanValue());
            case STRING -> java.util.Optional.of(answer.stringValue());
            default -> java.util.Optional.empty();
        };
    }
}
