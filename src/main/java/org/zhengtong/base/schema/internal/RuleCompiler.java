package org.zhengtong.base.schema.internal;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.FormRule;
import org.zhengtong.base.schema.Words;

/** Compiles x-rules and asks whether answers keep to them. */
@Component
class RuleCompiler {
    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]{1,300})\\}");

    private final SchemaTexts texts;

    RuleCompiler(SchemaTexts texts) {
        this.texts = texts;
    }

    /** A rule ready to run. Programs are kept by expression, the figures of its message in order of appearance. */
    record Compiled(
            FormRule rule,
            CelRuntime.Program check,
            Said chinese,
            @Nullable Said english) {}

    /** A message whose places are programs. */
    record Said(List<String> parts, List<CelRuntime.Program> figures) {}

    /** The expressions in a message. */
    static List<String> figures(String message) {
        return FIGURE.matcher(message).results().map(found -> found.group(1)).toList();
    }

    Compiled compile(FormRule rule) {
        try {
            var english = rule.message().english();
            return new Compiled(
                    rule,
                    Expressions.program(rule.expression()),
                    said(rule.message().chinese()),
                    english == null ? null : said(english));
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException("Rule " + rule.expression(), wrong);
        }
    }

    private static Said said(String message) throws CelValidationException, CelEvaluationException {
        var parts = new ArrayList<String>();
        var figures = new ArrayList<CelRuntime.Program>();
        var matcher = FIGURE.matcher(message);
        int end = 0;
        while (matcher.find()) {
            parts.add(message.substring(end, matcher.start()));
            figures.add(Expressions.program(matcher.group(1)));
            end = matcher.end();
        }
        parts.add(message.substring(end));
        return new Said(parts, figures);
    }

    /** The message when the rule is broken; empty when it holds, or when answers it needs are missing or wrong. */
    Optional<Words> broken(Compiled compiled, Map<String, Object> answers) {
        try {
            if (!Boolean.FALSE.equals(compiled.check().eval(answers))) {
                return Optional.empty();
            }
            var english = compiled.english();
            return Optional.of(new Words(
                    written(compiled.chinese(), answers), english == null ? null : written(english, answers)));
        } catch (CelEvaluationException failed) {
            // a missing answer is itself a violation, said beside its field; a check that was broken off proves nothing
            return failed.getErrorCode() == CelErrorCode.ITERATION_BUDGET_EXCEEDED
                    ? Optional.of(texts.words("schema.rule_broken_off", Expressions.MOST_STEPS))
                    : Optional.empty();
        }
    }

    private static String written(Said said, Map<String, Object> answers) throws CelEvaluationException {
        var text = new StringBuilder(said.parts().getFirst());
        for (int i = 0; i < said.figures().size(); i++) {
            var figure = said.figures().get(i).eval(answers);
            text.append(figure instanceof Double number ? plain(number) : figure)
                    .append(said.parts().get(i + 1));
        }
        return text.toString();
    }

    private static String plain(Double number) {
        return Double.isFinite(number) ? Figures.plain(BigDecimal.valueOf(number)) : number.toString();
    }
}
