package org.zhengtong.base.schema.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormRule;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;

/** Reads single keywords of a schema. */
class Keywords {
    static final Words NO_WORDS = Words.of("");

    private Keywords() {}

    /** A text of a schema with its English from x-en. */
    static Optional<Words> words(JsonNode schema, String keyword) {
        var chinese = stringOf(schema, keyword);
        var english = stringOf(schema.path("x-en"), keyword.startsWith("x-") ? keyword.substring(2) : keyword);
        return chinese == null ? Optional.empty() : Optional.of(new Words(chinese, english));
    }

    /** Several lines of text, in English from the same keyword of x-en, line by line. */
    static List<Words> lines(JsonNode schema, String keyword) {
        var english = schema.path("x-en").path(keyword.startsWith("x-") ? keyword.substring(2) : keyword);
        var chinese = schema.path(keyword);
        return Stream.iterate(0, i -> i + 1)
                .limit(chinese.isArray() ? chinese.size() : 0)
                .map(i -> new Words(
                        chinese.get(i).asString(""),
                        english.path(i).isString() ? english.path(i).asString() : null))
                .toList();
    }

    static @Nullable String stringOf(JsonNode schema, String keyword) {
        return schema.path(keyword).isString() ? schema.path(keyword).asString() : null;
    }

    static @Nullable BigDecimal decimalOf(JsonNode schema, String keyword) {
        return Figures.counts(schema.path(keyword)) ? schema.path(keyword).decimalValue() : null;
    }

    /** The answers to choose from, of {@code enum} or {@code oneOf}. */
    static List<Field.Option> options(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return schema.path("enum")
                    .valueStream()
                    .map(node -> new Field.Option(node.asString(""), Words.of(node.asString("")), null, null, null))
                    .toList();
        }
        return schema.path("oneOf")
                .valueStream()
                .filter(node -> node.has("const"))
                .map(node -> new Field.Option(
                        node.path("const").asString(""),
                        words(node, "title").orElse(Words.of(node.path("const").asString(""))),
                        words(node, "description").orElse(null),
                        dateOf(node, "x-valid-from"),
                        dateOf(node, "x-valid-until")))
                .toList();
    }

    /** Whether all dates of validity of a code list are dates, and none ends before it begins. */
    static boolean datesAreRight(JsonNode schema) {
        return schema.path("oneOf").valueStream().allMatch(node -> {
            var from = dateOf(node, "x-valid-from");
            var until = dateOf(node, "x-valid-until");
            return node.has("x-valid-from") == (from != null)
                    && node.has("x-valid-until") == (until != null)
                    && (from == null || until == null || !until.isBefore(from));
        });
    }

    private static @Nullable LocalDate dateOf(JsonNode schema, String keyword) {
        var text = stringOf(schema, keyword);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    /** Units beside the field's own ({@code x-units}): name and how much of the field's own unit one of it is. */
    static List<Field.Unit> units(JsonNode schema) {
        return schema.path("x-units")
                .valueStream()
                .filter(node -> words(node, "unit").isPresent() && decimalOf(node, "factor") != null)
                .map(node -> new Field.Unit(
                        words(node, "unit").orElse(NO_WORDS),
                        node.path("factor").decimalValue()))
                .toList();
    }

    /** Whether all units have a name and a factor above nothing, and there is one of the field's own. */
    static boolean unitsAreRight(JsonNode schema) {
        var written = schema.path("x-units");
        return written.isMissingNode()
                || written.isArray()
                        && schema.has("x-unit")
                        && units(schema).size() == written.size()
                        && units(schema).stream()
                                .allMatch(unit -> unit.factor().signum() > 0
                                        && unit.factor().precision() <= 20
                                        && Math.abs(unit.factor().scale()) <= 20);
    }

    /** Rules over the fields of a group; their field is a pointer from the group. */
    static List<FormRule> rules(JsonNode schema) {
        return schema.path("x-rules")
                .valueStream()
                .map(node -> new FormRule(
                        node.path("check").asString(""),
                        words(node, "message").orElse(NO_WORDS),
                        node.path("field").asString("")))
                .toList();
    }
}
