package org.zhengtong.base.schema.internal;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Field;
import tools.jackson.databind.JsonNode;

/** Answers as they are marked on paper: all options with their boxes, the chosen ones ticked. */
class PaperTexts {
    private static final String EMPTY = "\u25a1";
    private static final String TICKED = "\u2611";
    private static final String BLANK = "____";
    private static final String SPACE = "\u3000";
    private static final String KEPT_SPACE = "\u00a0\u00a0";
    private static final int MOST_OPTIONS = 12;
    private static final int LONG_OPTION = 14;

    private final SchemaTexts texts;
    private final Locale locale;
    private final AnswersBuilder written;

    PaperTexts(SchemaTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        this.written = new AnswersBuilder(texts, new AnswersView.Wish(locale, false, Set.of()));
    }

    String number() {
        return texts.say(locale, "schema.paper.number");
    }

    /** What stands in the place of one answer. */
    String answer(Field.Group parent, Field field, JsonNode siblings) {
        var answer = siblings.path(field.key());
        return switch (field) {
            case Field.Choice choice -> choice(choice, answer, fillIn(parent, choice, siblings));
            case Field.YesNo yesNo when yesNo.tick() -> answer.asBoolean(false) ? TICKED : EMPTY;
            case Field.YesNo _ ->
                box(answer.isBoolean() && answer.booleanValue())
                        + texts.say(locale, "schema.yes")
                        + SPACE
                        + box(answer.isBoolean() && !answer.booleanValue())
                        + texts.say(locale, "schema.no");
            case Field.Number number -> number(number, answer);
            case Field.Files _ ->
                answer.valueStream().map(file -> file.path("name").asString("")).collect(Collectors.joining("\n"));
            default -> answer.isMissingNode() || answer.isNull() ? "" : written.text(field, answer);
        };
    }

    private static String box(boolean ticked) {
        return ticked ? TICKED : EMPTY;
    }

    private String number(Field.Number number, JsonNode answer) {
        var unit = number.unit() == null ? "" : number.unit().in(locale);
        var said = number.head().title().in(locale).contains(unit);
        var value = Figures.typed(answer);
        if (said) {
            return value;
        }
        return value.isEmpty() ? SPACE + SPACE + unit : value + " " + unit;
    }

    /** The answer on the line behind the last option; null when there is no such line. */
    private static @Nullable String fillIn(Field.Group parent, Field.Choice choice, JsonNode siblings) {
        var at = parent.fields().indexOf(choice) + 1;
        if (at >= parent.fields().size() || !parent.fields().get(at).head().fillIn()) {
            return null;
        }
        return siblings.path(parent.fields().get(at).key()).asString("");
    }

    private String choice(Field.Choice choice, JsonNode answer, @Nullable String fillIn) {
        if (choice.options().size() > MOST_OPTIONS) {
            return answer.isMissingNode() ? "" : written.text(choice, answer);
        }
        var options = choice.options();
        var stacked = options.stream()
                .anyMatch(option -> option.label().in(locale).length() > LONG_OPTION && options.size() > 3);
        var text = new StringBuilder();
        for (var option : options) {
            var label = option.label().in(locale);
            var box = box(chosen(option, answer));
            if (!text.isEmpty()) {
                text.append(stacked ? "\n" : SPACE);
            }
            text.append(stacked ? label + KEPT_SPACE + box : box + label);
        }
        if (fillIn != null) {
            text.append(fillIn.isEmpty() ? BLANK : texts.say(locale, "schema.paper.fill_in", fillIn));
        }
        return text.toString();
    }

    private static boolean chosen(Field.Option option, JsonNode answer) {
        return answer.isArray()
                ? answer.valueStream().anyMatch(each -> each.asString("").equals(option.value()))
                : answer.asString("").equals(option.value());
    }

    /** All numbers of a group in one cell: a box, the title, the number, the unit. */
    String inline(Field.Group group, JsonNode answers) {
        return group.fields().stream()
                .filter(field -> !field.head().fillIn())
                .map(field -> {
                    var answer = answers.path(field.key());
                    var unit = field instanceof Field.Number number && number.unit() != null
                            ? number.unit().in(locale)
                            : "";
                    var value = Figures.typed(answer);
                    return box(!value.isEmpty())
                            + texts.say(
                                    locale,
                                    "schema.paper.inline",
                                    field.head().title(),
                                    value.isEmpty() ? BLANK : value,
                                    unit);
                })
                .collect(Collectors.joining(SPACE));
    }
}
