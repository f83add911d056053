package org.zhengtong.base.schema.internal;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * CEL as forms know it: {@code here}, {@code page} and {@code form} are answers; {@code sum(list)}, {@code total(rows,
 * 'key')}, {@code value(group, 'key')} and {@code round(number, digits)} count. It has no loops without end and cannot
 * reach outside.
 */
final class Expressions {
    static final int LONGEST = 1_000;
    static final int MOST_STEPS = 100_000;

    private Expressions() {}

    // made on first use: CEL takes a tenth of a second to get ready, which the start of the program need not pay
    private static final class Engine {
        private static final Cel CEL = CelFactory.standardCelBuilder()
                .setOptions(CelOptions.current()
                        .enableHeterogeneousNumericComparisons(true)
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(40)
                        .maxRegexProgramSize(2_000)
                        .comprehensionMaxIterations(MOST_STEPS)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("here", SimpleType.DYN)
                .addVar("page", SimpleType.DYN)
                .addVar("form", SimpleType.DYN)
                .addFunctionDeclarations(
                        declared("sum", "sum_list", ListType.create(SimpleType.DYN)),
                        declared("total", "total_rows_key", SimpleType.DYN, SimpleType.STRING),
                        declared("value", "value_group_key", SimpleType.DYN, SimpleType.STRING),
                        declared("round", "round_digits", SimpleType.DYN, SimpleType.INT))
                .addFunctionBindings(
                        CelFunctionBinding.from("sum_list", List.class, Expressions::sum),
                        CelFunctionBinding.from("total_rows_key", Object.class, String.class, Expressions::total),
                        CelFunctionBinding.from("value_group_key", Object.class, String.class, Expressions::value),
                        CelFunctionBinding.from("round_digits", Number.class, Long.class, Expressions::round))
                .build();

        private static CelFunctionDecl declared(String name, String overload, CelType... takes) {
            return CelFunctionDecl.newFunctionDeclaration(
                    name, CelOverloadDecl.newGlobalOverload(overload, SimpleType.DOUBLE, takes));
        }
    }

    static CelAbstractSyntaxTree compile(String expression) throws CelValidationException {
        return Engine.CEL.compile(expression).getAst();
    }

    static CelRuntime.Program program(String expression) throws CelValidationException, CelEvaluationException {
        return Engine.CEL.createProgram(compile(expression));
    }

    private static Object sum(List<?> numbers) {
        return numbers.stream()
                .map(Expressions::exact)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static BigDecimal exact(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? BigDecimal.valueOf(number.doubleValue())
                : BigDecimal.ZERO;
    }

    /** The sum of one field over rows, or over the lines of a matrix; what is not filled in counts nothing. */
    private static Object total(Object rows, String key) {
        var lines = rows instanceof Map<?, ?> matrix ? List.copyOf(matrix.values()) : rows;
        return lines instanceof List<?> list
                ? sum(list.stream().map(row -> value(row, key)).toList())
                : 0.0;
    }

    /** A number of a group, nothing when it is not filled in. */
    private static Object value(Object group, String key) {
        return group instanceof Map<?, ?> answers && answers.get(key) instanceof Number number
                ? number.doubleValue()
                : 0.0;
    }

    private static Object round(Number number, Long digits) {
        var value = number.doubleValue();
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale((int) Math.clamp(digits, 0, 10), RoundingMode.HALF_UP)
                        .doubleValue()
                : value;
    }
}
