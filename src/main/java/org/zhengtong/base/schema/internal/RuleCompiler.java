package org.zhengtong.base.schema.internal;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.FormRule;
import org.zhengtong.base.schema.Words;

/**
 * Compiles x-rules. CEL knows {@code page}, {@code form}, {@code sum(list)} and {@code round(number, digits)}; it has no
 * loops without end and cannot reach outside.
 */
@Component
class RuleCompiler {
    private static final int LONGEST = 1_000;
    private static final int MOST_STEPS = 100_000;
    private static final Pattern FIGURE = Pattern.compile("\\{([^{}]{1,300})\\}");

    /** A rule ready to run. Programs are kept by expression, the figures of its message in order of appearance. */
    record Compiled(
            FormRule rule,
            CelRuntime.Program check,
            Said chinese,
            @Nullable Said english) {}

    /** A message whose places are programs. */
    record Said(List<String> parts, List<CelRuntime.Program> figures) {}

    // made on first use: CEL takes a tenth of a second to get ready, which the start of the program need not pay
    private static final class Engine {
        private static final Cel CEL = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .maxExpressionCodePointSize(LONGEST)
                        .comprehensionMaxIterations(MOST_STEPS)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("page", SimpleType.DYN)
                .addVar("form", SimpleType.DYN)
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "sum",
                                CelOverloadDecl.newGlobalOverload(
                                        "sum_list", SimpleType.DOUBLE, ListType.create(SimpleType.DYN))),
                        CelFunctionDecl.newFunctionDeclaration(
                                "round",
                                CelOverloadDecl.newGlobalOverload(
                                        "round_digits", SimpleType.DOUBLE, SimpleType.DYN, SimpleType.INT)))
                .addFunctionBindings(
                        CelFunctionBinding.from("sum_list", List.class, RuleCompiler::sum),
                        CelFunctionBinding.from("round_digits", Number.class, Long.class, RuleCompiler::round))
                .build();
    }

    private static Object sum(List<?> numbers) {
        return numbers.stream()
                .filter(Number.class::isInstance)
                .map(each -> BigDecimal.valueOf(((Number) each).doubleValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static Object round(Number number, Long digits) {
        return BigDecimal.valueOf(number.doubleValue())
                .setScale((int) Math.clamp(digits, 0, 10), RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Why a rule cannot be used. */
    Optional<String> fault(FormRule rule) {
        try {
            compileOrFail(rule);
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    Compiled compile(FormRule rule) {
        try {
            return compileOrFail(rule);
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException("Rule " + rule.expression(), wrong);
        }
    }

    private static Compiled compileOrFail(FormRule rule) throws CelValidationException, CelEvaluationException {
        var english = rule.message().english();
        return new Compiled(
                rule,
                program(rule.expression()),
                said(rule.message().chinese()),
                english == null ? null : said(english));
    }

    private static CelRuntime.Program program(String expression) throws CelValidationException, CelEvaluationException {
        return Engine.CEL.createProgram(Engine.CEL.compile(expression).getAst());
    }

    private static Said said(String message) throws CelValidationException, CelEvaluationException {
        var parts = new ArrayList<String>();
        var figures = new ArrayList<CelRuntime.Program>();
        var matcher = FIGURE.matcher(message);
        int end = 0;
        while (matcher.find()) {
            parts.add(message.substring(end, matcher.start()));
            figures.add(program(matcher.group(1)));
            end = matcher.end();
        }
        parts.add(message.substring(end));
        return new Said(parts, figures);
    }

    /** The message when the rule is broken; empty when it holds, or when answers it needs are missing or wrong. */
    static Optional<Words> broken(Compiled compiled, java.util.Map<String, Object> answers) {
        try {
            if (!Boolean.FALSE.equals(compiled.check().eval(answers))) {
                return Optional.empty();
            }
            var english = compiled.english();
            return Optional.of(new Words(
                    written(compiled.chinese(), answers), english == null ? null : written(english, answers)));
        } catch (CelEvaluationException answersMissing) {
            // the missing answer is itself a violation, said beside its field
            return Optional.empty();
        }
    }

    private static String written(Said said, java.util.Map<String, Object> answers) throws CelEvaluationException {
        var text = new StringBuilder(said.parts().getFirst());
        for (int i = 0; i < said.figures().size(); i++) {
            var figure = said.figures().get(i).eval(answers);
            text.append(figure instanceof Double number ? Figures.plain(BigDecimal.valueOf(number)) : figure)
                    .append(said.parts().get(i + 1));
        }
        return text.toString();
    }
}
