package org.zhengtong.base.schema.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;

/** What an expression can see: the fields behind its names, and how often it is asked in one check of a full form. */
record ExpressionScope(Field.Group form, Field.Group page, Field.Group here, long times) {

    /** Steps that one rule may take in one check of a full form, over all rows it is asked for. */
    private static final long MOST_STEPS_TOGETHER = 2_000_000;

    private static final int UNKNOWN_LENGTH = 200;

    /** A fault with its place in the expression. */
    record Found(String key, int line, int column, String what) {}

    /** The field a pointer from here leads to. */
    Optional<Field> field(String pointer) {
        Field at = here;
        for (var key : pointer.startsWith("/") ? pointer.substring(1).split("/", -1) : new String[] {pointer}) {
            at = switch (at) {
                case Field.Group group -> group.find(key).orElse(null);
                case Field.Rows rows when key.matches("[0-9]{1,4}") -> rows.row();
                case null, default -> null;
            };
        }
        return Optional.ofNullable(at);
    }

    /** An unknown field, or loops within loops that would take too long. */
    Optional<Found> faultIn(CelAbstractSyntaxTree tree) {
        return Optional.ofNullable(
                new Walk(tree, times).look(tree.getExpr(), Map.of("form", form, "page", page, "here", here), 1));
    }

    /** One walk over the tree of one expression; stops at the first fault. */
    private record Walk(CelAbstractSyntaxTree tree, long times) {

        @Nullable
        Found look(CelExpr expr, Map<String, Field> names, long loops) {
            return switch (expr.getKind()) {
                case SELECT -> {
                    var deeper = look(expr.select().operand(), names, loops);
                    yield deeper == null ? selected(expr, names) : deeper;
                }
                case CALL -> {
                    var target = expr.call().target();
                    var first = target.isPresent() ? look(target.get(), names, loops) : null;
                    yield first == null ? any(expr.call().args(), names, loops) : first;
                }
                case LIST -> any(expr.list().elements(), names, loops);
                case MAP -> {
                    for (var entry : expr.map().entries()) {
                        var inside = look(entry.value(), names, loops);
                        if (inside != null) {
                            yield inside;
                        }
                    }
                    yield null;
                }
                case COMPREHENSION -> loop(expr, names, loops);
                default -> null;
            };
        }

        private @Nullable Found any(Iterable<CelExpr> parts, Map<String, Field> names, long loops) {
            for (var part : parts) {
                var inside = look(part, names, loops);
                if (inside != null) {
                    return inside;
                }
            }
            return null;
        }

        private @Nullable Found selected(CelExpr expr, Map<String, Field> names) {
            var select = expr.select();
            return meant(select.operand(), names) instanceof Field.Group group
                            && group.find(select.field()).isEmpty()
                    ? at(expr, "rule_field_unknown", select.field())
                    : null;
        }

        private @Nullable Found loop(CelExpr expr, Map<String, Field> names, long loops) {
            var loop = expr.comprehension();
            var over = look(loop.iterRange(), names, loops);
            if (over != null) {
                return over;
            }
            var rows = rows(loop.iterRange(), names);
            var steps = loops * (rows == null ? UNKNOWN_LENGTH : rows.most());
            if (steps > Expressions.MOST_STEPS || steps * times > MOST_STEPS_TOGETHER) {
                return at(expr, "rule_slow", Long.toString(steps * times));
            }
            var inside = new HashMap<>(names);
            if (rows == null) {
                inside.remove(loop.iterVar());
            } else {
                inside.put(loop.iterVar(), rows.row());
            }
            for (var part : new CelExpr[] {loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result()}) {
                var deeper = look(part, inside, steps);
                if (deeper != null) {
                    return deeper;
                }
            }
            return null;
        }

        /** The rows that a loop runs over, seen through filters and the like. */
        private static Field.@Nullable Rows rows(CelExpr range, Map<String, Field> names) {
            if (range.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
                return rows(range.comprehension().iterRange(), names);
            }
            return meant(range, names) instanceof Field.Rows rows ? rows : null;
        }

        private static @Nullable Field meant(CelExpr expr, Map<String, Field> names) {
            return switch (expr.getKind()) {
                case IDENT -> names.get(expr.ident().name());
                case SELECT ->
                    meant(expr.select().operand(), names) instanceof Field.Group group
                            ? group.find(expr.select().field()).orElse(null)
                            : null;
                default -> null;
            };
        }

        private Found at(CelExpr expr, String key, String what) {
            var source = tree.getSource();
            var place = Optional.ofNullable(source.getPositionsMap().get(expr.id()))
                    .flatMap(source::getOffsetLocation)
                    .orElse(CelSourceLocation.of(1, 0));
            return new Found(key, place.getLine(), place.getColumn() + 1, what);
        }
    }
}
