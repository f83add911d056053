package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FieldView;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;

/** Lays a matrix out line by line, whether its parts are its lines or its columns. */
class MatrixBuilder {
    private final ViewBuilder fields;
    private final Locale locale;

    MatrixBuilder(ViewBuilder fields, Locale locale) {
        this.fields = fields;
        this.locale = locale;
    }

    FieldView matrix(Field.Group matrix, FieldView.Caption caption, String pointer, JsonNode answers) {
        var parts = matrix.lines();
        var cells = parts.stream()
                .map(part -> fields.cells(part, pointer + "/" + part.key(), answers.path(part.key()), true))
                .toList();
        var first = parts.getFirst().fields().stream()
                .filter(field -> !field.head().fillIn())
                .toList();
        return matrix.shape() == Field.Shape.MATRIX_OF_ROWS
                ? ofRows(caption, parts, first, cells)
                : ofColumns(caption, parts, first, cells);
    }

    private FieldView ofRows(
            FieldView.Caption caption, List<Field.Group> parts, List<Field> first, List<List<FieldView>> cells) {
        var lines = new ArrayList<FieldView.MatrixLine>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(line(parts.get(i), cells.get(i)));
        }
        return new FieldView.Matrix(
                caption,
                first.stream().map(field -> field.head().title().in(locale)).toList(),
                lines);
    }

    private FieldView ofColumns(
            FieldView.Caption caption, List<Field.Group> parts, List<Field> first, List<List<FieldView>> cells) {
        var lines = new ArrayList<FieldView.MatrixLine>();
        for (int i = 0; i < first.size(); i++) {
            var at = i;
            lines.add(line(
                    first.get(i), cells.stream().map(column -> column.get(at)).toList()));
        }
        return new FieldView.Matrix(
                caption,
                parts.stream().map(part -> part.head().title().in(locale)).toList(),
                lines);
    }

    private FieldView.MatrixLine line(Field field, List<FieldView> cells) {
        return new FieldView.MatrixLine(
                field.head().title().in(locale), in(field.head().hint()), cells);
    }

    private @Nullable String in(@Nullable Words words) {
        return words == null ? null : words.in(locale);
    }
}
