package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.AnswerChange;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two sets of answers to the same form, in words. Rows are recognized when they moved. */
class AnswerComparison {
    private final SchemaTexts texts;
    private final Locale locale;
    private final AnswersBuilder written;
    private final List<AnswerChange> changes = new ArrayList<>();

    AnswerComparison(SchemaTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
        this.written = new AnswersBuilder(texts, new AnswersView.Wish(locale, false, Set.of()));
    }

    List<AnswerChange> compare(FormSchema form, ObjectNode before, ObjectNode after) {
        for (var page : form.pages()) {
            group(
                    page.content(),
                    "/" + page.key(),
                    page.title().in(locale),
                    before.path(page.key()),
                    after.path(page.key()));
        }
        return changes;
    }

    private void group(Field.Group group, String pointer, String where, JsonNode before, JsonNode after) {
        for (var field : group.fields()) {
            field(
                    field,
                    pointer + "/" + field.key(),
                    texts.say(locale, "schema.path", where, field.head().title()),
                    before.path(field.key()),
                    after.path(field.key()));
        }
    }

    private void field(Field field, String pointer, String where, JsonNode before, JsonNode after) {
        switch (field) {
            case Field.Group inner -> group(inner, pointer, where, before, after);
            case Field.Rows rows -> rows(rows, pointer, where, before, after);
            default -> {
                var was = said(field, before);
                var now = said(field, after);
                if (!String.valueOf(was).equals(String.valueOf(now))) {
                    changes.add(new AnswerChange(pointer, where, was, now));
                }
            }
        }
    }

    private @Nullable String said(Field field, JsonNode answer) {
        if (answer.isMissingNode() || answer.isNull() || answer.isArray() && answer.isEmpty()) {
            return null;
        }
        return field instanceof Field.Files
                ? String.join(
                        texts.say(locale, "schema.comma"),
                        answer.valueStream()
                                .map(file -> file.path("name").asString(""))
                                .toList())
                : written.text(field, answer);
    }

    private void rows(Field.Rows rows, String pointer, String where, JsonNode before, JsonNode after) {
        for (var pair : RowMatching.match(rows, before, after)) {
            var number = pair.after() >= 0 ? pair.after() : pair.before();
            var title = texts.say(
                    locale,
                    "schema.path",
                    where,
                    Places.numbered(rows.row().head().title(), number + 1));
            if (pair.after() < 0) {
                changes.add(new AnswerChange(pointer + "/" + number, title, whole(rows, before.get(number)), null));
            } else if (pair.before() < 0) {
                changes.add(new AnswerChange(pointer + "/" + number, title, null, whole(rows, after.get(number))));
            } else {
                group(rows.row(), pointer + "/" + number, title, before.get(pair.before()), after.get(number));
            }
        }
    }

    /** All answers of a row in one line. */
    private String whole(Field.Rows rows, JsonNode row) {
        var said = new ArrayList<String>();
        for (var field : rows.row().fields()) {
            var answer = row.path(field.key());
            var text = answer.isObject() ? null : said(field, answer);
            if (text != null) {
                said.add(texts.say(locale, "schema.mistake", field.head().title(), text));
            }
        }
        return said.isEmpty()
                ? texts.say(locale, "schema.unanswered")
                : String.join(texts.say(locale, "schema.comma"), said);
    }
}
