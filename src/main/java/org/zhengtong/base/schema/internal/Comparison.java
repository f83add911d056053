package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.CarryOver;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormDiff;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares two versions of a form field by field, and takes a draft from one to the other. */
@Component
class Comparison {
    private final SchemaTexts texts;

    Comparison(SchemaTexts texts) {
        this.texts = texts;
    }

    FormDiff compare(FormSchema before, FormSchema after) {
        var old = flat(before);
        var now = flat(after);
        var changes = new ArrayList<FormDiff.Change>();
        now.forEach((pointer, field) -> {
            var was = old.get(pointer);
            if (was == null) {
                changes.add(change(FormDiff.Kind.ADDED, pointer, "schema.diff.added", title(field)));
            } else {
                changed(pointer, was, field, changes);
            }
        });
        old.forEach((pointer, field) -> {
            if (!now.containsKey(pointer)) {
                changes.add(change(FormDiff.Kind.REMOVED, pointer, "schema.diff.removed", title(field)));
            }
        });
        rules(before, after, changes);
        return new FormDiff(changes);
    }

    private static Words title(Field field) {
        return field.head().title();
    }

    private FormDiff.Change change(FormDiff.Kind kind, String pointer, String key, Object... args) {
        var page = pointer.substring(1).split("/", 2)[0];
        return new FormDiff.Change(kind, page, pointer, texts.words(key, args));
    }

    /** All fields by pointer; rows stand for themselves without numbers. */
    private static Map<String, Field> flat(FormSchema form) {
        var fields = new LinkedHashMap<String, Field>();
        form.pages().forEach(page -> flat(page.content(), "/" + page.key(), fields));
        return fields;
    }

    private static void flat(Field field, String pointer, Map<String, Field> fields) {
        fields.put(pointer, field);
        var parts = switch (field) {
            case Field.Group group -> group.fields();
            case Field.Rows rows -> rows.row().fields();
            default -> List.<Field>of();
        };
        parts.forEach(part -> flat(part, pointer + "/" + part.key(), fields));
    }

    private void changed(String pointer, Field was, Field now, List<FormDiff.Change> changes) {
        if (!title(was).equals(title(now))) {
            changes.add(change(FormDiff.Kind.RENAMED, pointer, "schema.diff.renamed", title(was), title(now)));
        }
        if (!was.getClass().equals(now.getClass())) {
            changes.add(change(FormDiff.Kind.RULES_CHANGED, pointer, "schema.diff.kind", title(now)));
            return;
        }
        if (was.head().required() != now.head().required()) {
            var key = now.head().required() ? "schema.diff.required" : "schema.diff.optional";
            changes.add(change(FormDiff.Kind.RULES_CHANGED, pointer, key, title(now)));
        }
        if (!limits(was).equals(limits(now))) {
            changes.add(change(FormDiff.Kind.RULES_CHANGED, pointer, "schema.diff.limits", title(now)));
        }
    }

    /** What an answer must keep to, without titles and parts. */
    private static List<Object> limits(Field field) {
        Object own = switch (field) {
            case Field.Text text -> List.of(text.maxLength(), String.valueOf(text.format()));
            case Field.Number number ->
                List.of(number.whole(), String.valueOf(number.least()), String.valueOf(number.most()));
            case Field.Day day -> List.of(String.valueOf(day.earliest()), String.valueOf(day.latest()));
            case Field.Choice choice ->
                choice.options().stream().map(Field.Option::value).collect(Collectors.toSet());
            case Field.Files files -> List.of(files.rules(), files.least());
            case Field.Rows rows -> List.of(rows.least(), rows.most());
            case Field.YesNo _, Field.Group _ -> List.of();
        };
        return List.of(own, String.valueOf(field.head().shownIf()));
    }

    private void rules(FormSchema before, FormSchema after, List<FormDiff.Change> changes) {
        for (var page : after.pages()) {
            var old = before.findPage(page.key())
                    .map(each -> Set.copyOf(each.rules()))
                    .orElse(Set.of());
            page.rules().stream()
                    .filter(rule -> before.findPage(page.key()).isPresent() && !old.contains(rule))
                    .forEach(rule -> changes.add(
                            change(FormDiff.Kind.RULES_CHANGED, "/" + page.key(), "schema.diff.rule", page.title())));
        }
    }

    CarryOver carryOver(FormSchema before, FormSchema after, ObjectNode answers) {
        var kept = JsonNodeFactory.instance.objectNode();
        var left = new ArrayList<CarryOver.Left>();
        for (var page : before.pages()) {
            var answer = answers.path(page.key());
            if (answer instanceof ObjectNode given) {
                var target = after.findPage(page.key());
                var fitting = group(page.content(), target.map(each -> each.content()), "/" + page.key(), given, left);
                if (target.isPresent()) {
                    kept.set(page.key(), fitting);
                }
            }
        }
        return new CarryOver(kept, left, compare(before, after));
    }

    private ObjectNode group(
            Field.Group was, Optional<Field.Group> now, String pointer, ObjectNode given, List<CarryOver.Left> left) {
        var kept = JsonNodeFactory.instance.objectNode();
        for (var field : was.fields()) {
            var answer = given.path(field.key());
            if (!answer.isMissingNode()) {
                var target = now.flatMap(group -> group.find(field.key()));
                var fitting = fitting(field, target, pointer + "/" + field.key(), answer, left);
                fitting.ifPresent(value -> kept.set(field.key(), value));
            }
        }
        return kept;
    }

    private Optional<JsonNode> fitting(
            Field was, Optional<Field> now, String pointer, JsonNode answer, List<CarryOver.Left> left) {
        if (was instanceof Field.Group group && answer instanceof ObjectNode given) {
            var target = now.filter(Field.Group.class::isInstance).map(Field.Group.class::cast);
            var kept = group(group, target, pointer, given, left);
            return target.isPresent() ? Optional.of(kept) : Optional.empty();
        }
        if (was instanceof Field.Rows rows && answer instanceof ArrayNode given) {
            var target = now.filter(Field.Rows.class::isInstance).map(each -> ((Field.Rows) each).row());
            var kept = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < given.size(); i++) {
                if (given.get(i) instanceof ObjectNode row) {
                    kept.add(group(rows.row(), target, pointer + "/" + i, row, left));
                }
            }
            return target.isPresent() ? Optional.of(kept) : Optional.empty();
        }
        if (now.isPresent() && fits(was, now.get(), answer)) {
            return Optional.of(answer.deepCopy());
        }
        var words = new AnswersBuilder(texts, new AnswersView.Wish(Locale.CHINA, true, Set.of()));
        left.add(new CarryOver.Left(pointer, title(was), words.text(was, answer)));
        return Optional.empty();
    }

    private static boolean fits(Field was, Field now, JsonNode answer) {
        if (now instanceof Field.Choice choice) {
            var values = choice.options().stream().map(Field.Option::value).collect(Collectors.toSet());
            return answer.isArray() == choice.many()
                    && (answer.isArray() ? answer.valueStream() : java.util.stream.Stream.of(answer))
                            .allMatch(each -> values.contains(each.asString("")));
        }
        return was.getClass().equals(now.getClass());
    }
}
