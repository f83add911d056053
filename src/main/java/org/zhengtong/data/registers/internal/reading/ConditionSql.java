package org.zhengtong.data.registers.internal.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.ReadPermit.Comparison;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.definition.RegisterShape;

/** Conditions as SQL with one place for each parameter. */
final class ConditionSql {

    private final RegisterDefinition definition;
    private final List<Object> parameters = new ArrayList<>();

    ConditionSql(RegisterDefinition definition) {
        this.definition = definition;
    }

    List<Object> parameters() {
        return parameters;
    }

    /** One condition; its values become parameters in order. */
    String of(Condition condition) {
        var item = definition
                .find(condition.item())
                .orElseThrow(() -> new ProblemException(RegistersProblem.NOT_A_QUERY, condition.item()));
        var column = RegisterShape.column(item.name());
        var type = item.type().sql();
        return switch (condition.comparison()) {
            case EMPTY -> column + " is null";
            case ANY_OF -> {
                parameters.add(condition.values().stream()
                        .map(value -> checked(item, value))
                        .toArray(String[]::new));
                yield "%s = any(cast(cast(? as text[]) as %s[]))".formatted(column, type);
            }
            case BEGINS_WITH -> {
                parameters.add(prefix(condition.values().getFirst()));
                yield asText(item) + " like ?";
            }
            case CONTAINS -> {
                parameters.add(condition.values().getFirst());
                yield "strpos(lower(" + asText(item) + "), lower(?)) > 0";
            }
            case AT_LEAST, AT_MOST -> {
                parameters.add(checked(item, condition.values().getFirst()));
                yield "%s %s cast(? as %s)"
                        .formatted(column, condition.comparison() == Comparison.AT_LEAST ? ">=" : "<=", type);
            }
        };
    }

    static String asText(RegisterItem item) {
        var column = RegisterShape.column(item.name());
        return item.type().sql().equals("text") ? column : "cast(" + column + " as text)";
    }

    static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A value that the column's type would refuse is a wrong query, not a failure. */
    private static String checked(RegisterItem item, String value) {
        try {
            if (item.type() == ItemType.DATE) {
                LocalDate.parse(value);
            } else if (item.type() == ItemType.WHOLE) {
                Long.parseLong(value);
            } else if (item.type() == ItemType.DECIMAL) {
                new BigDecimal(value);
            } else if (item.type() == ItemType.YES_NO && !value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException(value);
            }
            return value;
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new ProblemException(
                    RegistersProblem.NOT_A_QUERY, item.title().chinese());
        }
    }
}
