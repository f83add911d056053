package org.zhengtong.service.casework.internal;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.zhengtong.service.casework.Block;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Conditions of procedures in CEL, an expression language without loops, files or network. */
@Component
class Conditions {

    private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();
    private final JsonMapper json;

    Conditions(JsonMapper json) {
        this.json = json;
    }

    /** What is wrong with a condition; empty when it can be used. */
    Optional<String> faultIn(Block.Condition condition) {
        try {
            compile(condition.source());
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException fault) {
            return Optional.of(
                    String.valueOf(fault.getMessage()).lines().findFirst().orElse(condition.source()));
        }
    }

    /** Which conditions hold; the answers are asked for only when the tree has a condition, and then once. */
    Predicate<Block.Condition> over(Supplier<ObjectNode> answers) {
        var values = SingletonSupplier.of(() -> Map.of("answers", json.convertValue(answers.get(), Map.class)));
        return condition -> holds(condition, values.obtain());
    }

    // A condition over an answer that was not given does not hold.
    private boolean holds(Block.Condition condition, Map<String, ?> values) {
        try {
            return Boolean.TRUE.equals(program(condition.source()).eval(values));
        } catch (CelEvaluationException notGiven) {
            return false;
        }
    }

    private CelRuntime.Program program(String source) {
        return programs.computeIfAbsent(source, unknown -> {
            try {
                return compile(unknown);
            } catch (CelValidationException | CelEvaluationException fault) {
                throw new IllegalStateException(
                        "Condition passed the pack's check but not this one: " + unknown, fault);
            }
        });
    }

    private CelRuntime.Program compile(String source) throws CelValidationException, CelEvaluationException {
        return Language.RUNTIME.createProgram(Language.COMPILER.compile(source).getAst());
    }

    // Loaded with the first condition: most procedures have none, and the libraries behind it are large.
    private static final class Language {
        static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("answers", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .setResultType(SimpleType.BOOL)
                .build();
        static final CelRuntime RUNTIME =
                CelRuntimeFactory.standardCelRuntimeBuilder().build();
    }
}
