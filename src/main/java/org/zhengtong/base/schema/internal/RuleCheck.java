package org.zhengtong.base.schema.internal;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.Words;

/** The rules of one page: those over the whole page, and those of its groups and of every row. */
class RuleCheck {
    private final FormPage page;
    private final RuleCompiler compiler;
    private final List<RuleCompiler.Compiled> pageRules;
    private final Map<Field.Group, List<RuleCompiler.Compiled>> groupRules = new IdentityHashMap<>();

    RuleCheck(FormPage page, RuleCompiler compiler) {
        this.page = page;
        this.compiler = compiler;
        this.pageRules = page.rules().stream().map(compiler::compile).toList();
        page.content().fields().forEach(this::compile);
    }

    private void compile(Field field) {
        switch (field) {
            case Field.Group group -> compile(group);
            case Field.Rows rows -> compile(rows.row());
            default -> {
                // a single field has no rules
            }
        }
    }

    private void compile(Field.Group group) {
        if (!group.rules().isEmpty()) {
            groupRules.put(group, group.rules().stream().map(compiler::compile).toList());
        }
        group.fields().forEach(this::compile);
    }

    boolean none() {
        return pageRules.isEmpty() && groupRules.isEmpty();
    }

    /** Tells of each broken rule of the whole form's answers: the pointer to say it at, and what to say. */
    void check(Map<String, Object> whole, BiConsumer<String, Words> broken) {
        var here = whole.getOrDefault(page.key(), Map.of());
        var input = new HashMap<String, Object>(Map.of("page", here, "form", whole, "here", here));
        for (var rule : pageRules) {
            compiler.broken(rule, input)
                    .ifPresent(text -> broken.accept(rule.rule().field(), text));
        }
        if (!groupRules.isEmpty()) {
            parts(page.content(), "/" + page.key(), here, new Said(input, broken));
        }
    }

    /** What rules see, and whom to tell. */
    private record Said(Map<String, Object> input, BiConsumer<String, Words> broken) {}

    private void parts(Field.Group group, String pointer, Object answers, Said said) {
        if (!(answers instanceof Map<?, ?> here)) {
            return;
        }
        for (var field : group.fields()) {
            var at = pointer + "/" + field.key();
            if (field instanceof Field.Group inner) {
                group(inner, at, here.get(field.key()), said);
            } else if (field instanceof Field.Rows rows && here.get(field.key()) instanceof List<?> lines) {
                for (int i = 0; i < lines.size(); i++) {
                    group(rows.row(), at + "/" + i, lines.get(i), said);
                }
            }
        }
    }

    private void group(Field.Group group, String pointer, @Nullable Object here, Said said) {
        if (here == null) {
            return;
        }
        said.input().put("here", here);
        for (var rule : groupRules.getOrDefault(group, List.of())) {
            compiler.broken(rule, said.input())
                    .ifPresent(text ->
                            said.broken().accept(pointer + slashed(rule.rule().field()), text));
        }
        parts(group, pointer, here, said);
    }

    private static String slashed(String field) {
        return field.startsWith("/") ? field : "/" + field;
    }
}
