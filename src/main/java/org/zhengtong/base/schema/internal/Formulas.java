package org.zhengtong.base.schema.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Computes the fields with x-formula, from top to bottom: a formula sees what stands above it, so none can run in circles. */
@Component
class Formulas {
    private static final int KEPT_FORMS = 200;
    private static final int MOST_DIGITS = 10;

    private final Cache<FormVersion, Map<String, CelRuntime.Program>> compiled =
            Caffeine.newBuilder().maximumSize(KEPT_FORMS).build();

    /** Puts the computed answers in, over whatever stood in their place. */
    void fill(FormSchema form, ObjectNode answers) {
        var programs = compiled.get(form.version(), _ -> programs(form));
        if (programs.isEmpty()) {
            return;
        }
        var whole = new HashMap<String, Object>();
        form.pages()
                .forEach(page -> whole.put(page.key(), Settling.forRules(page.content(), answers.path(page.key()))));
        for (var page : form.pages()) {
            if (answers.path(page.key()) instanceof ObjectNode given
                    && whole.get(page.key()) instanceof Map<?, ?> seen) {
                new Filling(programs, Map.of("form", whole, "page", seen)).group(page.content(), given, seen);
            }
        }
    }

    private static Map<String, CelRuntime.Program> programs(FormSchema form) {
        var programs = new HashMap<String, CelRuntime.Program>();
        form.pages().forEach(page -> collect(page.content(), programs));
        return Map.copyOf(programs);
    }

    private static void collect(Field field, Map<String, CelRuntime.Program> programs) {
        var formula = field.head().formula();
        if (formula != null) {
            programs.computeIfAbsent(formula, Formulas::program);
        }
        switch (field) {
            case Field.Group group -> group.fields().forEach(each -> collect(each, programs));
            case Field.Rows rows -> collect(rows.row(), programs);
            default -> {
                // no parts
            }
        }
    }

    private static CelRuntime.Program program(String formula) {
        try {
            return Expressions.program(formula);
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException("Formula " + formula, wrong);
        }
    }

    /** One pass over the answers of one page; the answers that formulas see grow with it. */
    private record Filling(Map<String, CelRuntime.Program> programs, Map<String, Object> around) {

        @SuppressWarnings("unchecked") // made by Settling.forRules, whose maps are text to value
        void group(Field.Group group, ObjectNode answers, Map<?, ?> seen) {
            var here = (Map<String, Object>) seen;
            for (var field : group.fields()) {
                var formula = field.head().formula();
                if (formula != null) {
                    compute(field, programs.get(formula), answers, here);
                }
                var answer = answers.path(field.key());
                if (field instanceof Field.Group inner
                        && answer instanceof ObjectNode given
                        && here.get(field.key()) instanceof Map<?, ?> deeper) {
                    group(inner, given, deeper);
                } else if (field instanceof Field.Rows rows && here.get(field.key()) instanceof List<?> lines) {
                    rows(rows, answer, lines);
                }
            }
        }

        private void rows(Field.Rows rows, JsonNode answer, List<?> lines) {
            for (int i = 0; i < lines.size(); i++) {
                if (answer.path(i) instanceof ObjectNode row && lines.get(i) instanceof Map<?, ?> line) {
                    group(rows.row(), row, line);
                }
            }
        }

        private void compute(
                Field field, CelRuntime.@Nullable Program program, ObjectNode answers, Map<String, Object> here) {
            answers.remove(field.key());
            here.remove(field.key());
            var value = program == null ? null : value(program, here);
            var answer = value == null ? null : answer(field, value);
            if (answer != null) {
                answers.set(field.key(), answer);
                here.put(field.key(), answer.isNumber() ? answer.doubleValue() : answer.asString(""));
            }
        }

        private @Nullable Object value(CelRuntime.Program program, Map<String, Object> here) {
            var input = new HashMap<>(around);
            input.put("here", here);
            try {
                return program.eval(input);
            } catch (CelEvaluationException notYet) {
                // what it needs is not filled in, or is wrong and said so beside its own field
                return null;
            }
        }

        private static @Nullable JsonNode answer(Field field, Object value) {
            var nodes = JsonNodeFactory.instance;
            return switch (field) {
                case Field.Number number
                when value instanceof Number computed && Double.isFinite(computed.doubleValue()) ->
                    nodes.numberNode(rounded(computed.doubleValue(), number.whole() ? 0 : MOST_DIGITS));
                case Field.Text _ when value instanceof String text && !text.isEmpty() -> nodes.stringNode(text);
                default -> null;
            };
        }

        private static BigDecimal rounded(double value, int digits) {
            var plain = BigDecimal.valueOf(value)
                    .setScale(digits, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        }
    }
}
