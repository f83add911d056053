package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.zhengtong.base.files.FileKind;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.schema.Condition;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;

/** Reads one property of a schema as a field. */
class FieldReader {
    private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,59}");
    private static final int USUAL_LENGTH = 2_000;
    private static final int LONGEST = 20_000;
    private static final int USUAL_ROWS = 200;
    private static final int LONGEST_TABLE = 9_999;
    private static final int USUAL_FILES = 10;
    private static final int AREA_ROWS = 5;

    private final Faults faults;

    FieldReader(Faults faults) {
        this.faults = faults;
    }

    Field read(String key, JsonNode schema, boolean required, String pointer) {
        if (!KEY.matcher(key).matches()) {
            faults.add(pointer, "key", key);
        }
        var head = head(key, schema, required, pointer);
        return switch (schema.path("type").asString("")) {
            case "string" -> text(head, schema, pointer);
            case "number", "integer" -> number(head, schema, pointer);
            case "boolean" -> new Field.YesNo(head, "checkbox".equals(widget(schema)));
            case "object" -> group(head, schema, pointer);
            case "array" -> array(head, schema, pointer);
            default -> {
                faults.add(pointer + "/type", "type", schema.path("type").asString(""));
                yield new Field.Text(head, USUAL_LENGTH, 1, null, null, List.of());
            }
        };
    }

    private static String widget(JsonNode schema) {
        return schema.path("x-widget").asString("");
    }

    private Field.Head head(String key, JsonNode schema, boolean required, String pointer) {
        var title = Keywords.words(schema, "title");
        if (title.isEmpty()) {
            faults.add(pointer, "title_missing", key);
        }
        return new Field.Head(
                key,
                title.orElse(Words.of(key)),
                Keywords.words(schema, "description").orElse(null),
                help(schema),
                required,
                schema.path("x-half").asBoolean(false),
                condition(schema.path("x-show-if"), pointer),
                Keywords.words(schema, "x-summary").orElse(null),
                Keywords.stringOf(schema, "x-formula"),
                schema.path("x-fill-in").asBoolean(false));
    }

    private static List<Field.Help> help(JsonNode schema) {
        return schema.path("x-help")
                .valueStream()
                .map(node -> new Field.Help(
                        Keywords.words(node, "term").orElse(Keywords.NO_WORDS),
                        Keywords.words(node, "text").orElse(Keywords.NO_WORDS)))
                .toList();
    }

    private @Nullable Condition condition(JsonNode node, String pointer) {
        if (node.isMissingNode()) {
            return null;
        }
        var expected = node.path("equals");
        var values = expected.isArray()
                ? expected.valueStream().map(each -> each.asString("")).toList()
                : List.of(expected.asString(""));
        if (!node.path("field").isString() || expected.isMissingNode() || expected.isNull()) {
            faults.add(pointer + "/x-show-if", "condition_incomplete");
        }
        return new Condition(node.path("field").asString(""), values);
    }

    private Field text(Field.Head head, JsonNode schema, String pointer) {
        if (!Keywords.options(schema).isEmpty()) {
            return new Field.Choice(head, options(schema, pointer), false);
        }
        var format = schema.path("format").asString("");
        if (format.equals("date")) {
            return new Field.Day(head, Keywords.stringOf(schema, "x-earliest"), Keywords.stringOf(schema, "x-latest"));
        }
        var pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty() && LinearRegex.compile(pattern).isEmpty()) {
            faults.add(pointer + "/pattern", "pattern", LinearRegex.LONGEST);
        }
        if (!format.isEmpty() && Field.Format.of(format).isEmpty()) {
            faults.add(pointer + "/format", "format", format);
        }
        var most = schema.path("maxLength").asInt(USUAL_LENGTH);
        if (most > LONGEST) {
            faults.add(pointer + "/maxLength", "max_length", LONGEST);
        }
        var rows = widget(schema).equals("textarea") ? schema.path("x-rows").asInt(AREA_ROWS) : 1;
        return new Field.Text(
                head,
                most,
                rows,
                Field.Format.of(format).orElse(null),
                Keywords.words(schema, "x-pattern-text").orElse(null),
                Keywords.lines(schema, "x-sign"));
    }

    private List<Field.Option> options(JsonNode schema, String pointer) {
        if (!Keywords.datesAreRight(schema)) {
            faults.add(pointer, "validity");
        }
        return Keywords.options(schema);
    }

    private Field number(Field.Head head, JsonNode schema, String pointer) {
        if (!Keywords.unitsAreRight(schema)) {
            faults.add(pointer + "/x-units", "units");
        }
        return new Field.Number(
                head,
                schema.path("type").asString("").equals("integer"),
                Keywords.decimalOf(schema, "minimum"),
                Keywords.decimalOf(schema, "maximum"),
                Keywords.words(schema, "x-unit").orElse(null),
                Keywords.units(schema));
    }

    private Field.Group group(Field.Head head, JsonNode schema, String pointer) {
        var shape = switch (widget(schema)) {
            case "matrix" ->
                "columns".equals(Keywords.stringOf(schema, "x-lines"))
                        ? Field.Shape.MATRIX_OF_COLUMNS
                        : Field.Shape.MATRIX_OF_ROWS;
            case "inline" -> Field.Shape.INLINE;
            default -> Field.Shape.PLAIN;
        };
        return new Field.Group(head, fields(schema, pointer), shape, Keywords.rules(schema));
    }

    private List<Field> fields(JsonNode schema, String pointer) {
        var required = required(schema);
        var fields = new ArrayList<Field>();
        for (var entry : schema.path("properties").properties()) {
            fields.add(read(
                    entry.getKey(),
                    entry.getValue(),
                    required.contains(entry.getKey()),
                    pointer + "/properties/" + entry.getKey()));
        }
        var keys = fields.stream().map(Field::key).collect(Collectors.toSet());
        required.stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> faults.add(pointer + "/required", "required_unknown", key));
        if (fields.isEmpty()) {
            faults.add(pointer, "no_fields");
        }
        return fields;
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required")
                .valueStream()
                .map(each -> each.asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Field array(Field.Head head, JsonNode schema, String pointer) {
        if (widget(schema).equals("files")) {
            return files(head, schema, pointer);
        }
        var items = schema.path("items");
        if (!Keywords.options(items).isEmpty()) {
            return new Field.Choice(head, options(items, pointer + "/items"), true);
        }
        var table = widget(schema).equals("table");
        var most = schema.path("maxItems").asInt(USUAL_ROWS);
        if (most > (table ? LONGEST_TABLE : USUAL_ROWS)) {
            faults.add(pointer + "/maxItems", "max_items", table ? LONGEST_TABLE : USUAL_ROWS);
        }
        if (read(head.key(), items, true, pointer + "/items") instanceof Field.Group row) {
            return new Field.Rows(
                    head,
                    row,
                    schema.path("minItems").asInt(0),
                    most,
                    Keywords.stringOf(schema, "x-row-name"),
                    Keywords.words(schema, "x-counter").orElse(Keywords.NO_WORDS),
                    table,
                    Math.clamp(schema.path("x-printed-rows").asInt(0), 0, USUAL_ROWS));
        }
        faults.add(pointer + "/items", "items");
        return new Field.Text(head, USUAL_LENGTH, 1, null, null, List.of());
    }

    private Field files(Field.Head head, JsonNode schema, String pointer) {
        var types = new TreeSet<MediaType>(MediaType::compareTo);
        for (var node : schema.path("x-accept")) {
            try {
                var type = MediaType.parseMediaType(node.asString(""));
                types.add(type);
                if (FileKind.of(type).isEmpty()) {
                    faults.add(pointer + "/x-accept", "media_type", node.asString(""));
                }
            } catch (InvalidMediaTypeException notOne) {
                faults.add(pointer + "/x-accept", "media_type", node.asString(""));
            }
        }
        var megabytes = schema.path("x-max-megabytes").asInt(20);
        return new Field.Files(
                head,
                new FileRules(
                        types.isEmpty() ? FileRules.PAPERS.accepted() : types,
                        Math.clamp(megabytes, 1, 200) * 1024L * 1024L,
                        Math.clamp(schema.path("maxItems").asInt(USUAL_FILES), 1, USUAL_ROWS)),
                schema.path("minItems").asInt(0));
    }
}
