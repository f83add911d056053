package org.zhengtong.base.schema.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers as cells of a workbook and back. */
@Component
class CellValues {
    static final String BETWEEN = "\uff1b";

    private static final Pattern PARTS = Pattern.compile("[;\uff1b\\n]");
    private static final int DIGITS_OF_A_CELL = 15;

    private final SchemaTexts texts;
    private final EntryReader entries;

    CellValues(SchemaTexts texts, EntryReader entries) {
        this.texts = texts;
        this.entries = entries;
    }

    /** The words to choose from in a cell; empty when anything may be written. */
    List<String> choices(Field field, Locale locale) {
        return switch (field) {
            case Field.Choice choice ->
                choice.options().stream()
                        .map(option -> option.label().in(locale))
                        .toList();
            case Field.YesNo _ -> List.of(texts.say(locale, "schema.yes"), texts.say(locale, "schema.no"));
            default -> List.of();
        };
    }

    /** A number that a cell can hold exactly. */
    Optional<BigDecimal> number(Field field, JsonNode answer) {
        return field instanceof Field.Number
                        && Figures.counts(answer)
                        && answer.decimalValue().stripTrailingZeros().precision() <= DIGITS_OF_A_CELL
                ? Optional.of(answer.decimalValue())
                : Optional.empty();
    }

    /** An answer as text of a cell; "" when there is none. */
    String text(Field field, JsonNode answer, Locale locale) {
        if (answer.isMissingNode() || answer.isNull()) {
            return "";
        }
        return switch (field) {
            case Field.Choice choice
            when answer.isArray() ->
                answer.valueStream()
                        .map(each -> label(choice, each.asString(""), locale))
                        .reduce((one, other) -> one + BETWEEN + other)
                        .orElse("");
            case Field.Choice choice -> label(choice, answer.asString(""), locale);
            case Field.YesNo _
            when answer.isBoolean() -> texts.say(locale, answer.booleanValue() ? "schema.yes" : "schema.no");
            default -> Figures.typed(answer);
        };
    }

    private static String label(Field.Choice choice, String value, Locale locale) {
        return choice.options().stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(option -> option.label().in(locale))
                .orElse(value);
    }

    /** The answer a cell's text stands for; missing when it is empty. */
    JsonNode answer(Field field, String typed) {
        var nodes = JsonNodeFactory.instance;
        var text = TypedText.clean(typed, field instanceof Field.Text several && several.rows() > 1);
        if (text.isEmpty()) {
            return nodes.missingNode();
        }
        return switch (field) {
            case Field.Choice choice
            when choice.many() -> {
                var values = nodes.arrayNode();
                split(choice, text).forEach(values::add);
                yield values;
            }
            case Field.Choice choice -> nodes.stringNode(value(choice, text));
            case Field.YesNo _ -> yesOrNo(text);
            default -> entries.single(field, typed);
        };
    }

    /** Labels may themselves hold a separator: the whole text is tried first. */
    private static List<String> split(Field.Choice choice, String text) {
        var whole = value(choice, text);
        if (choice.options().stream().anyMatch(option -> option.value().equals(whole))) {
            return List.of(whole);
        }
        var values = new ArrayList<String>();
        for (var part : PARTS.split(text)) {
            if (!part.isBlank() && values.size() < 200) {
                values.add(value(choice, part.strip()));
            }
        }
        return values;
    }

    private static String value(Field.Choice choice, String text) {
        return choice.options().stream()
                .filter(option -> text.equals(option.label().chinese())
                        || text.equals(option.label().english())
                        || text.equals(option.value()))
                .findFirst()
                .map(Field.Option::value)
                .orElse(text);
    }

    private JsonNode yesOrNo(String text) {
        var nodes = JsonNodeFactory.instance;
        for (var locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            if (text.equalsIgnoreCase(texts.say(locale, "schema.yes")) || text.equalsIgnoreCase("true")) {
                return nodes.booleanNode(true);
            }
            if (text.equalsIgnoreCase(texts.say(locale, "schema.no")) || text.equalsIgnoreCase("false")) {
                return nodes.booleanNode(false);
            }
        }
        return nodes.stringNode(text);
    }
}
