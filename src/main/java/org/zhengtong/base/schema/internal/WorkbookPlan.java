package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Words;

/** How a form is spread over sheets: single fields on the first, each list and each matrix on one of its own. */
class WorkbookPlan {
    static final String FORM_MARK = "#form";
    static final String EVERY = "*";

    final List<Single> main = new ArrayList<>();
    final List<Grid> matrices = new ArrayList<>();
    final List<Listing> lists = new ArrayList<>();
    private final Locale locale;

    /** A field of the first sheet. */
    record Single(String pointer, String label, Field field) {}

    /** A matrix. */
    record Grid(String pointer, String label, Field.Group matrix) {

        /** Keys of the fields each part has. */
        List<Field> fields() {
            return matrix.lines().getFirst().fields();
        }

        boolean ofRows() {
            return matrix.shape() == Field.Shape.MATRIX_OF_ROWS;
        }
    }

    /** A list; {@code pattern} has a star for each row number on the way, {@code columns} are paths within a row. */
    record Listing(String pattern, String label, Field.Rows rows, List<Column> columns) {

        /** Lists around it. */
        int depth() {
            return (int) Stream.of(pattern.split("/")).filter(EVERY::equals).count();
        }
    }

    /** A column of a list. */
    record Column(String path, String label, Field field) {}

    WorkbookPlan(FormSchema form, Locale locale) {
        this.locale = locale;
        form.pages().forEach(page -> group(page.content(), "/" + page.key(), in(page.title())));
    }

    private String in(Words words) {
        return words.in(locale);
    }

    private String title(Field field) {
        return in(field.head().title());
    }

    private void group(Field.Group group, String pointer, String label) {
        for (var field : group.fields()) {
            var at = pointer + "/" + field.key();
            var named = label + " \u203a " + title(field);
            switch (field) {
                case Field.Group matrix when matrix.shape().matrix() -> matrices.add(new Grid(at, named, matrix));
                case Field.Group inner -> group(inner, at, named);
                case Field.Rows rows -> list(rows, at, named);
                case Field.Files _ -> {
                    // files cannot stand in a cell
                }
                default -> main.add(new Single(at, named, field));
            }
        }
    }

    private void list(Field.Rows rows, String pattern, String label) {
        var columns = new ArrayList<Column>();
        lists.add(new Listing(pattern, label, rows, columns));
        columns(rows.row(), "", "", pattern + "/" + EVERY, columns);
    }

    private void columns(Field.Group group, String path, String label, String pattern, List<Column> columns) {
        for (var field : group.fields()) {
            var at = path.isEmpty() ? field.key() : path + "/" + field.key();
            var named = label.isEmpty() ? title(field) : label + " \u203a " + title(field);
            switch (field) {
                case Field.Group inner -> columns(inner, at, named, pattern, columns);
                case Field.Rows rows -> list(rows, pattern + "/" + at, named);
                case Field.Files _ -> {
                    // files cannot stand in a cell
                }
                default -> columns.add(new Column(at, named, field));
            }
        }
    }
}
