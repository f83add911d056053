package org.zhengtong.base.schema.internal;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Set;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormRule;
import org.zhengtong.base.schema.Words;

/** Every rule and formula of a form must be right before anybody fills it in: syntax, types, fields, and cost. */
class ExpressionCheck {
    private static final Set<CelType> CONDITIONS = Set.of(SimpleType.BOOL, SimpleType.DYN);

    private final List<FormPage> pages;
    private final Field.Group form;
    private final Faults faults;

    ExpressionCheck(List<FormPage> pages, Faults faults) {
        this.pages = pages;
        this.faults = faults;
        var head = new Field.Head("form", Words.of(""), null, List.of(), true, false, null, null, null, false);
        this.form = new Field.Group(
                head, pages.stream().<Field>map(FormPage::content).toList(), Field.Shape.PLAIN, List.of());
    }

    void check() {
        pages.forEach(page -> group(page.content(), page.content(), "/properties/" + page.key(), 1));
    }

    private void group(Field.Group group, Field.Group page, String pointer, long times) {
        var scope = new ExpressionScope(form, page, group, times);
        for (var rule : group.rules()) {
            rule(rule, scope, pointer + "/x-rules");
        }
        for (var field : group.fields()) {
            var at = pointer + "/properties/" + field.key();
            if (field.head().formula() != null) {
                formula(field, scope, at + "/x-formula");
            }
            switch (field) {
                case Field.Group inner -> group(inner, page, at, times);
                case Field.Rows rows -> group(rows.row(), page, at + "/items", times * rows.most());
                default -> {
                    // a single field has no parts
                }
            }
        }
    }

    private void rule(FormRule rule, ExpressionScope scope, String pointer) {
        expression(rule.expression(), scope, pointer, CONDITIONS);
        RuleCompiler.figures(rule.message().chinese()).forEach(each -> expression(each, scope, pointer, Set.of()));
        var english = rule.message().english();
        if (english != null) {
            RuleCompiler.figures(english).forEach(each -> expression(each, scope, pointer, Set.of()));
        }
        if (scope.field(rule.field()).isEmpty()) {
            faults.add(pointer, "rule_field", rule.expression(), rule.field());
        }
    }

    private void formula(Field field, ExpressionScope scope, String pointer) {
        var computable = field instanceof Field.Number || field instanceof Field.Text text && text.format() == null;
        if (!computable) {
            faults.add(pointer, "formula_kind");
        }
        expression(String.valueOf(field.head().formula()), scope, pointer, Set.of());
    }

    /** Reports what is wrong with an expression, with line and column of the first fault. */
    private void expression(String expression, ExpressionScope scope, String pointer, Set<CelType> wanted) {
        CelAbstractSyntaxTree tree;
        try {
            tree = Expressions.compile(expression);
        } catch (CelValidationException wrong) {
            var place = wrong.getErrors().stream().findFirst();
            faults.add(
                    pointer,
                    "expression",
                    expression,
                    place.map(each -> each.getSourceLocation().getLine()).orElse(1),
                    place.map(each -> each.getSourceLocation().getColumn() + 1).orElse(1),
                    place.map(each -> each.getMessage()).orElse(String.valueOf(wrong.getMessage())));
            return;
        }
        if (!wanted.isEmpty() && !wanted.contains(tree.getResultType())) {
            faults.add(
                    pointer,
                    "rule_not_a_question",
                    expression,
                    tree.getResultType().name());
        }
        scope.faultIn(tree)
                .ifPresent(found ->
                        faults.add(pointer, found.key(), expression, found.line(), found.column(), found.what()));
    }
}
