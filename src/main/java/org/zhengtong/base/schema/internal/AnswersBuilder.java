package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers out to be read. Made for one reader. */
class AnswersBuilder {
    private final SchemaTexts texts;
    private final AnswersView.Wish wish;
    private final Locale locale;

    AnswersBuilder(SchemaTexts texts, AnswersView.Wish wish) {
        this.texts = texts;
        this.wish = wish;
        this.locale = wish.locale();
    }

    AnswersView build(FormSchema form, ObjectNode answers) {
        var asked = new Asked(form.pages(), answers);
        return new AnswersView(form.pages().stream()
                .filter(asked::page)
                .map(page -> new AnswersView.Section(
                        page.key(),
                        page.title().in(locale),
                        page.phase().in(locale),
                        rows(asked, page.content(), "/" + page.key(), answers.path(page.key()))))
                .toList());
    }

    private List<AnswersView.Row> rows(Asked asked, Field.Group page, String parent, JsonNode answers) {
        var rows = new ArrayList<AnswersView.Row>();
        for (var field : page.fields()) {
            if (!asked.field(field, page, answers)) {
                continue;
            }
            var pointer = parent + "/" + field.key();
            var answer = answers.path(field.key());
            if (field instanceof Field.Rows list && !answer.isEmpty()) {
                for (int i = 0; i < answer.size(); i++) {
                    var title =
                            Places.numbered(list.row().head().title(), i + 1).in(locale);
                    rows.add(row(pointer + "/" + i, title, lines(asked, list.row(), answer.get(i))));
                }
            } else if (field instanceof Field.Group group) {
                rows.add(row(pointer, field.head().title().in(locale), lines(asked, group, answer)));
            } else {
                rows.add(row(pointer, field.head().title().in(locale), lines(field, null, answer)));
            }
        }
        return rows;
    }

    private AnswersView.Row row(String pointer, String label, List<AnswersView.Line> lines) {
        var shown = lines.isEmpty()
                ? List.of(new AnswersView.Line(null, texts.say(locale, "schema.unanswered"), null))
                : lines;
        return new AnswersView.Row(
                pointer, ViewBuilder.id(pointer), label, shown, wish.verified().contains(pointer));
    }

    private List<AnswersView.Line> lines(Asked asked, Field.Group group, JsonNode answers) {
        var lines = new ArrayList<AnswersView.Line>();
        for (var field : group.fields()) {
            if (asked.field(field, group, answers)) {
                var answer = answers.path(field.key());
                switch (field) {
                    case Field.Group inner -> lines.addAll(under(inner.head().title(), lines(asked, inner, answer)));
                    case Field.Rows rows -> {
                        for (int i = 0; i < answer.size(); i++) {
                            var title = Places.numbered(rows.row().head().title(), i + 1);
                            lines.addAll(under(title, lines(asked, rows.row(), answer.get(i))));
                        }
                    }
                    default -> lines.addAll(lines(field, field.head().title().in(locale), answer));
                }
            }
        }
        return lines;
    }

    /** Lines of a part within a part, each with the part's title before its own. */
    private List<AnswersView.Line> under(Words title, List<AnswersView.Line> lines) {
        return lines.stream()
                .map(line -> new AnswersView.Line(
                        line.label() == null ? title.in(locale) : texts.say(locale, "schema.path", title, line.label()),
                        line.text(),
                        line.fileId()))
                .toList();
    }

    private List<AnswersView.Line> lines(
            Field field, @org.jspecify.annotations.Nullable String label, JsonNode answer) {
        if (answer.isMissingNode() || answer.isNull() || answer.isArray() && answer.isEmpty()) {
            return List.of();
        }
        if (field instanceof Field.Files) {
            return answer.valueStream()
                    .map(file -> new AnswersView.Line(
                            label,
                            file.path("name").asString("")
                                    + texts.say(locale, "schema.comma")
                                    + texts.say(
                                            locale,
                                            "schema.file.note."
                                                    + file.path("virus").asString("UNCHECKED"),
                                            Figures.size(file.path("size").asLong(0))),
                            file.path("file").asString("")))
                    .toList();
        }
        return List.of(new AnswersView.Line(label, text(field, answer), null));
    }

    /** One answer in words. */
    String text(Field field, JsonNode answer) {
        return switch (field) {
            case Field.Number number -> {
                var unit = number.unit();
                yield (Figures.counts(answer)
                                ? texts.say(locale, "schema.figure", answer.decimalValue())
                                : answer.asString(""))
                        + (unit == null ? "" : unitOf(unit.in(locale)));
            }
            case Field.YesNo _
            when answer.isBoolean() -> texts.say(locale, answer.booleanValue() ? "schema.yes" : "schema.no");
            case Field.Day _ -> Figures.day(answer.asString(""), locale);
            case Field.Choice choice -> chosen(choice, answer);
            case Field.Text text -> masked(text, answer.asString(""));
            case Field.Rows _, Field.Files _ -> Integer.toString(answer.size());
            default -> answer.asString("");
        };
    }

    private static String unitOf(String unit) {
        return unit.equals("%") ? unit : " " + unit;
    }

    private String chosen(Field.Choice choice, JsonNode answer) {
        var values = answer.isArray()
                ? answer.valueStream().map(each -> each.asString("")).toList()
                : List.of(answer.asString(""));
        return values.stream()
                .map(value -> choice.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(option -> option.label().in(locale))
                        .orElse(value))
                .collect(Collectors.joining(texts.say(locale, "schema.comma")));
    }

    private String masked(Field.Text text, String typed) {
        if (!wish.masked() || text.format() == null) {
            return typed;
        }
        return switch (text.format()) {
            case CITIZEN_NUMBER ->
                CitizenNumber.check(typed).valid().map(CitizenNumber::masked).orElse("****");
            case MOBILE ->
                MobileNumber.check(typed).valid().map(MobileNumber::masked).orElse("****");
            default -> typed;
        };
    }
}
