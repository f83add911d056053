package org.zhengtong.base.schema.internal;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.RowWindows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts what a browser sent into a draft. Wrong input is kept as text, so that it can be shown again and mended. */
@Component
class EntryReader {
    private static final String LIVE = "_live";
    private static final String ROWS = "_rows";
    private static final int MOST_DIGITS = 4;

    private final FormatCheck formats;
    private final Uploads uploads;
    private final Formulas formulas;

    EntryReader(FormatCheck formats, Uploads uploads, Formulas formulas) {
        this.formats = formats;
        this.uploads = uploads;
        this.formulas = formulas;
    }

    FormEntry read(FormSchema form, FormPage page, ObjectNode draft, FormSubmission sent) {
        var answers = draft.deepCopy();
        var shown = shown(form, page, draft);
        answers.set(page.key(), group(page.content(), "/" + page.key(), answers.path(page.key()), sent));
        var step = EntryStep.of(sent.fields().getFirst(EntryStep.PARAMETER));
        var refused = uploads.take(page, answers, sent);
        apply(step, page, answers);
        formulas.fill(form, answers);
        return new FormEntry(
                answers, next(step, sent, newlyAsked(form, page, answers, shown)), refused, rows(step, sent, answers));
    }

    /** The rows to show next: those asked for, and of a table that grew the new one. */
    private static RowWindows rows(EntryStep step, FormSubmission sent, ObjectNode answers) {
        var shown = RowWindows.of(sent.fields().getFirst(ROWS));
        return switch (step) {
            case EntryStep.ShowRows(var pointer, var from) -> shown.with(pointer, from);
            case EntryStep.AddRow(var pointer) ->
                shown.with(pointer, Math.max(0, answers.at(pointer).size() - 1));
            default -> shown;
        };
    }

    /** The answers of one page as a draft keeps them when nobody has sent it yet. */
    private static Set<String> shown(FormSchema form, FormPage page, ObjectNode draft) {
        var filled = draft.deepCopy();
        filled.set(page.key(), FilledRows.of(page.content(), draft.path(page.key())));
        return Places.of(page, new Asked(form.pages(), filled), filled).keySet();
    }

    private static boolean newlyAsked(FormSchema form, FormPage page, ObjectNode answers, Set<String> shown) {
        return Places.of(page, new Asked(form.pages(), answers), answers).values().stream()
                .anyMatch(place -> place.conditional() && !shown.contains(place.pointer()));
    }

    private static FormEntry.Step next(EntryStep step, FormSubmission sent, boolean newlyAsked) {
        return switch (step) {
            case EntryStep.Save _ -> FormEntry.Step.SAVE;
            case EntryStep.Forward _ ->
                newlyAsked && !sent.fields().containsKey(LIVE) ? FormEntry.Step.STAY : FormEntry.Step.FORWARD;
            default -> FormEntry.Step.STAY;
        };
    }

    private ObjectNode group(Field.Group group, String pointer, JsonNode before, FormSubmission sent) {
        var answers = JsonNodeFactory.instance.objectNode();
        for (var field : group.fields()) {
            var value = value(field, pointer + "/" + field.key(), before.path(field.key()), sent);
            if (!value.isMissingNode()) {
                answers.set(field.key(), value);
            }
        }
        fillIns(group, answers);
        return answers;
    }

    /** What is written on the line behind the last option chooses that option. */
    private static void fillIns(Field.Group group, ObjectNode answers) {
        for (int i = 1; i < group.fields().size(); i++) {
            if (group.fields().get(i).head().fillIn()
                    && answers.has(group.fields().get(i).key())
                    && group.fields().get(i - 1) instanceof Field.Choice choice
                    && answers.path(choice.key()).isEmpty()
                    && answers.path(choice.key()).asString("").isEmpty()
                    && !choice.options().isEmpty()) {
                var last = choice.options().getLast().value();
                if (choice.many()) {
                    answers.putArray(choice.key()).add(last);
                } else {
                    answers.put(choice.key(), last);
                }
            }
        }
    }

    private JsonNode value(Field field, String pointer, JsonNode before, FormSubmission sent) {
        if (field.head().formula() != null) {
            return JsonNodeFactory.instance.missingNode();
        }
        return switch (field) {
            case Field.Group inner -> group(inner, pointer, before, sent);
            case Field.Rows rows -> rows(rows, pointer, before, sent);
            case Field.Files _ -> before;
            case Field.Choice choice when choice.many() -> many(pointer, before, sent);
            default -> {
                // not sent at all (an older page, a radio group nobody touched): what is known stays
                var typed = sent.fields().get(pointer);
                yield typed == null || typed.isEmpty() ? before : single(field, typed.getLast());
            }
        };
    }

    /** The answer that a text typed or written in a cell stands for. */
    JsonNode single(Field field, String typed) {
        var factory = JsonNodeFactory.instance;
        var text = TypedText.clean(typed, field instanceof Field.Text several && several.rows() > 1);
        if (text.isEmpty()) {
            return factory.missingNode();
        }
        return switch (field) {
            case Field.Number number ->
                Measures.number(number, text).<JsonNode>map(factory::numberNode).orElse(factory.stringNode(text));
            case Field.YesNo _
            when text.equals("true") || text.equals("false") -> factory.booleanNode(text.equals("true"));
            case Field.Day _ ->
                factory.stringNode(
                        Figures.date(text).map(java.time.LocalDate::toString).orElse(text));
            case Field.Text coded
            when coded.format() != null ->
                factory.stringNode(formats.normalized(coded.format(), text).orElse(text));
            default -> factory.stringNode(text);
        };
    }

    private static JsonNode many(String pointer, JsonNode before, FormSubmission sent) {
        var chosen = sent.fields().get(pointer);
        if (chosen == null) {
            return before;
        }
        var values = JsonNodeFactory.instance.arrayNode();
        chosen.stream()
                .filter(each -> !each.isEmpty())
                .limit(200)
                .forEach(each -> values.add(TypedText.clean(each, false)));
        return values;
    }

    private JsonNode rows(Field.Rows rows, String pointer, JsonNode before, FormSubmission sent) {
        var count = sent.fields().getFirst(pointer);
        if (count == null) {
            return before;
        }
        var known = count.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(count) : before.size();
        var answers = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < Math.min(known, rows.most()); i++) {
            answers.add(group(rows.row(), pointer + "/" + i, before.path(i), sent));
        }
        return answers;
    }

    private static void apply(EntryStep step, FormPage page, ObjectNode answers) {
        switch (step) {
            case EntryStep.AddRow(var pointer)
            when field(page, pointer) instanceof Field.Rows rows
                    && answers.at(pointer) instanceof ArrayNode list
                    && list.size() < rows.most() -> list.addObject();
            case EntryStep.RemoveRow(var pointer) -> remove(page, answers, pointer);
            case EntryStep.DropFile(var pointer) -> drop(page, answers, pointer);
            default -> {
                // nothing changes
            }
        }
    }

    private static void remove(FormPage page, ObjectNode answers, String pointer) {
        var list = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
        var index = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (field(page, list) instanceof Field.Rows
                && answers.at(list) instanceof ArrayNode rows
                && index.matches("[0-9]{1," + MOST_DIGITS + "}")) {
            rows.remove(Integer.parseInt(index));
        }
    }

    private static void drop(FormPage page, ObjectNode answers, String pointer) {
        var list = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
        var id = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (field(page, list) instanceof Field.Files && answers.at(list) instanceof ArrayNode files) {
            files.removeIf(file -> file.path("file").asString("").equals(id));
        }
    }

    /** The field a pointer leads to; row numbers are skipped. Null when it leads nowhere on this page. */
    static @org.jspecify.annotations.Nullable Field field(FormPage page, String pointer) {
        var keys = List.of(pointer.split("/", -1));
        if (keys.size() < 3 || !keys.get(1).equals(page.key())) {
            return null;
        }
        Field at = page.content();
        for (var key : keys.subList(2, keys.size())) {
            at = switch (at) {
                case Field.Group group -> group.find(key).orElse(null);
                case Field.Rows rows when key.matches("[0-9]{1," + MOST_DIGITS + "}") -> rows.row();
                case null, default -> null;
            };
        }
        return at;
    }
}
