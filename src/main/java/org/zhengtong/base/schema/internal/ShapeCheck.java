package org.zhengtong.base.schema.internal;

import java.util.List;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;

/** Tables and matrices must be able to be tables: single fields in their cells, the same ones in every line. */
class ShapeCheck {
    private final Faults faults;

    ShapeCheck(Faults faults) {
        this.faults = faults;
    }

    void check(List<FormPage> pages) {
        pages.forEach(page -> group(page.content(), "/properties/" + page.key()));
    }

    private void group(Field.Group group, String pointer) {
        if (group.shape().matrix()) {
            matrix(group, pointer);
        }
        Field before = null;
        for (var field : group.fields()) {
            var at = pointer + "/properties/" + field.key();
            if (field.head().fillIn() && !(field instanceof Field.Text && before instanceof Field.Choice)) {
                faults.add(at + "/x-fill-in", "fill_in_place");
            }
            switch (field) {
                case Field.Group inner -> group(inner, at);
                case Field.Rows rows -> {
                    if (rows.table() && !rows.row().fields().stream().allMatch(ShapeCheck::fitsInACell)) {
                        faults.add(at + "/items", "table_cell");
                    }
                    group(rows.row(), at + "/items");
                }
                default -> {
                    // a single field
                }
            }
            before = field;
        }
    }

    private void matrix(Field.Group group, String pointer) {
        var lines = group.lines();
        var first = lines.isEmpty() ? List.of() : keys(lines.getFirst());
        var even = lines.size() == group.fields().size()
                && lines.stream().allMatch(line -> keys(line).equals(first))
                && lines.stream().flatMap(line -> line.fields().stream()).allMatch(ShapeCheck::fitsInACell);
        if (!even) {
            faults.add(pointer + "/properties", "matrix_uneven");
        }
    }

    private static List<Object> keys(Field.Group line) {
        return line.fields().stream()
                .<Object>map(field ->
                        List.of(field.key(), field.getClass(), field.head().fillIn()))
                .toList();
    }

    /** A cell stands below a heading, so it is there whatever is answered elsewhere. */
    private static boolean fitsInACell(Field field) {
        return field.head().shownIf() == null && single(field);
    }

    private static boolean single(Field field) {
        return switch (field) {
            case Field.Group _, Field.Rows _, Field.Files _ -> false;
            case Field.Text _, Field.Number _, Field.Day _, Field.YesNo _, Field.Choice _ -> true;
        };
    }
}
