package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The task list: pages by phase, each with its state and a line about it. */
@Component
class TaskBuilder {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_/-]*)\\}");
    private static final Set<String> MISSING = Set.of("required", "minItems");

    private final FormCheck check;
    private final SchemaTexts texts;

    TaskBuilder(FormCheck check, SchemaTexts texts) {
        this.check = check;
        this.texts = texts;
    }

    FormTasks build(FormSchema form, ObjectNode answers, Locale locale) {
        var asked = new Asked(form.pages(), answers);
        var phases = new LinkedHashMap<String, List<FormTasks.Task>>();
        form.pages().stream()
                .filter(asked::page)
                .forEach(page -> phases.computeIfAbsent(page.phase().in(locale), _ -> new ArrayList<>())
                        .add(task(form, page, answers, locale)));
        return new FormTasks(phases.entrySet().stream()
                .map(phase -> new FormTasks.Phase(phase.getKey(), phase.getValue()))
                .toList());
    }

    private FormTasks.Task task(FormSchema form, FormPage page, ObjectNode answers, Locale locale) {
        var title = page.title().in(locale);
        if (!answers.has(page.key())) {
            return new FormTasks.Task(page.key(), title, FormTasks.State.UNTOUCHED, null);
        }
        var violations = check.check(form, page, answers);
        if (violations.isEmpty()) {
            var summary = summary(page, answers.path(page.key()), locale);
            return new FormTasks.Task(page.key(), title, FormTasks.State.DONE, summary);
        }
        var missing = violations.stream().allMatch(each -> MISSING.contains(each.keyword()));
        return new FormTasks.Task(
                page.key(),
                title,
                missing ? FormTasks.State.PARTLY : FormTasks.State.TO_MEND,
                note(violations, missing, locale));
    }

    private String note(List<Violation> violations, boolean missing, Locale locale) {
        var count = violations.size();
        var first = Mistakes.line(texts, violations.getFirst(), locale);
        if (count == 1) {
            return first;
        }
        return texts.say(locale, missing ? "schema.task.missing" : "schema.task.mend", first, count);
    }

    private @Nullable String summary(FormPage page, JsonNode answers, Locale locale) {
        var summary = page.content().head().summary();
        if (summary == null) {
            return null;
        }
        var written = new AnswersBuilder(texts, new AnswersView.Wish(locale, true, Set.of()));
        return PLACE.matcher(summary.in(locale))
                .replaceAll(
                        place -> Matcher.quoteReplacement(written(written, page.content(), place.group(1), answers)));
    }

    private static String written(AnswersBuilder written, Field.Group group, String path, JsonNode answers) {
        var slash = path.indexOf('/');
        var key = slash < 0 ? path : path.substring(0, slash);
        var answer = answers.path(key);
        return switch (group.find(key).orElse(null)) {
            case Field.Group inner when slash > 0 -> written(written, inner, path.substring(slash + 1), answer);
            case Field field when !answer.isMissingNode() -> written.text(field, answer);
            case null, default -> "";
        };
    }
}
