package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.Locale;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FieldView;
import tools.jackson.databind.JsonNode;

/** Lays rows out as a table, a page of them at a time. */
class TableBuilder {
    /** Rows on one page of a table. */
    static final int ROWS = 50;

    private final ViewBuilder fields;
    private final SchemaTexts texts;
    private final Locale locale;

    TableBuilder(ViewBuilder fields, SchemaTexts texts, Locale locale) {
        this.fields = fields;
        this.texts = texts;
        this.locale = locale;
    }

    /** A table of which only some rows are shown. */
    record Hidden(String pointer, int from, int until) {

        /** Whether the row that a pointer leads into is shown. */
        boolean shows(String into) {
            return row(into, pointer) >= from && row(into, pointer) < until;
        }
    }

    FieldView table(Field.Rows rows, FieldView.Caption caption, String pointer, JsonNode answers) {
        var window = window(pointer, answers.size());
        var lines = new ArrayList<FieldView.TableLine>();
        for (int i = window.from(); i < window.until(); i++) {
            var at = pointer + "/" + i;
            var legend = fields.legend(rows, i, answers.get(i));
            lines.add(new FieldView.TableLine(
                    ViewBuilder.id(at),
                    i + 1,
                    legend,
                    "remove:" + at,
                    answers.size() > FilledRows.least(rows) ? legend : null,
                    fields.cells(rows.row(), at, answers.get(i), true)));
        }
        var columns = rows.row().fields().stream()
                .filter(field -> !field.head().fillIn())
                .map(this::column)
                .toList();
        return new FieldView.Table(caption, columns, lines, foot(rows, pointer, answers.size(), window));
    }

    /** The rows to show: where a row is to mend that would not be seen, those around it. */
    private Hidden window(String pointer, int count) {
        var wanted = Math.clamp(fields.windows().first(pointer), 0, Math.max(0, count - 1));
        var from = wanted / ROWS * ROWS;
        var window = new Hidden(pointer, from, Math.min(count, from + ROWS));
        if (count <= ROWS) {
            return window;
        }
        var faulty =
                fields.faulty().stream().filter(each -> row(each, pointer) >= 0).toList();
        if (!faulty.isEmpty() && faulty.stream().noneMatch(window::shows)) {
            from = Math.min(row(faulty.getFirst(), pointer), count - 1) / ROWS * ROWS;
            window = new Hidden(pointer, from, Math.min(count, from + ROWS));
        }
        fields.showing(window);
        return window;
    }

    /** The number of the row of this table that a pointer leads into; -1 when it leads elsewhere. */
    private static int row(String into, String table) {
        if (!into.startsWith(table + "/")) {
            return -1;
        }
        var number = into.substring(table.length() + 1).split("/", 2)[0];
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : -1;
    }

    private FieldView.Column column(Field field) {
        var notes = new ArrayList<String>();
        if (field instanceof Field.Number number && number.unit() != null) {
            notes.add(number.unit().in(locale));
        }
        if (!field.head().required() && field.head().formula() == null) {
            notes.add(texts.say(locale, "schema.cell.optional"));
        }
        var hint = fields.hint(field);
        if (hint != null) {
            notes.add(hint);
        }
        return new FieldView.Column(
                field.head().title().in(locale),
                notes.isEmpty() ? null : String.join(texts.say(locale, "schema.comma"), notes));
    }

    private FieldView.TableFoot foot(Field.Rows rows, String pointer, int count, Hidden window) {
        var counter = rows.counter().in(locale);
        var title = rows.row().head().title().in(locale);
        var full = count >= rows.most();
        var paged = count > ROWS;
        return new FieldView.TableFoot(
                count,
                full ? null : texts.say(locale, count == 0 ? "schema.add.first" : "schema.add", counter, title),
                full ? texts.say(locale, "schema.add.full", rows.most(), counter, title) : null,
                paged ? texts.say(locale, "schema.rows.shown", window.from() + 1, window.until(), count) : null,
                window.from() > 0 ? "rows:" + pointer + ":" + Math.max(0, window.from() - ROWS) : null,
                paged && window.until() < count ? "rows:" + pointer + ":" + window.until() : null);
    }
}
